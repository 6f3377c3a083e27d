import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { SAMPLE_NOW } from './demo/sample-day.ts';
import { writeSample } from './demo/write-sample.ts';
import { ledgerDigest, SAMPLE_DIGEST } from './init/write/sample.ts';
import { reportError } from './report.ts';
import { TOOL } from './store/cache-folder.ts';
import { makeConsole } from './verbs/console.ts';

/** The sample is this tool's own: no other ledger is written over, wherever this is started. */
const CONTENT = path.join(TOOL, 'content');

const NEXT = `
Both editions are built:
  dist/public    what customers read
  dist/internal  the same, and the audit trail under /audit/, judged as of Monday, 28 September 2026, 15:30 in India

Look at them:             npm run preview
Ask for a note:           npm run -s ledger -- notes --product openebs --release 1.10.0
Ask why it is blessed:    npm run -s ledger -- verdict --product director --release 1.26.2
What to go back to:       npm run -s ledger -- rollback-plan --product director --environment production
Check what is sealed:     npm run -s ledger -- verify
See every commit's fate:  npm run -s ledger -- conservation --product openebs --release 1.10.0
Harvest a product:        npm run -s ledger -- harvest --product NAME --repo PATH
`;

/** Makes the sample world, harvests it, builds both editions and says what to type next. */
async function demo(): Promise<number> {
  process.stderr.write('1. Sample repositories and their ledger\n');
  await writeSample(CONTENT, makeConsole(false));
  writeFileSync(SAMPLE_DIGEST, `${ledgerDigest(CONTENT)}\n`);
  process.stderr.write('2. Both editions\n');
  // Waivers of the sample end and votes are awaited: its releases are judged as of a day on which that is so.
  const env = { LEDGER_NOW: SAMPLE_NOW, ...process.env };
  const { status } = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: TOOL, stdio: 'inherit', env });
  if (status !== 0) return status ?? 2;
  process.stdout.write(NEXT);
  return 0;
}

try {
  process.exitCode = await demo();
} catch (error) {
  reportError(error, process.stderr);
  process.exitCode = 2;
}
