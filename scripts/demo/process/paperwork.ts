import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SCHEMA_VERSION } from '../../../src/records/index.ts';
import { markdownNames } from '../../store/folders.ts';
import { ledgerPaths } from '../../store/paths.ts';
import { markdownFile } from '../../store/yaml-lines.ts';
import { OPENINGS } from './openings.ts';
import { RECOVERY_PLANS, type SampleRecovery } from './recovery-plans.ts';

/** What was left open in checklists, by release and role: the number of items from the end. */
const LEFT_OPEN: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'director 1.24.1': { qa: 2 },
  'director 1.26.3': { 'module-lead': 1, sre: 4, qa: 2 },
  'litmus 1.5': { 'module-lead': 2, sre: 1 },
  'openebs 1.12.0': { qa: 1 },
};

/** Fills in what opening the releases laid out: plans for recovery, and boxes of checklists. */
export async function fillInPaperwork(content: string): Promise<void> {
  for (const plan of RECOVERY_PLANS) await writePlan(content, plan);
  const opened = [...OPENINGS, { product: 'director', version: '1.26.3' }];
  for (const { product, version } of opened) await tickChecklists(content, product, version);
}

async function writePlan(content: string, plan: SampleRecovery): Promise<void> {
  const { product, version, onCall, stateful, irreversible } = plan;
  const fields = {
    schema: SCHEMA_VERSION,
    product,
    version,
    onCall: [...onCall],
    ...(irreversible !== undefined && { irreversible }),
    ...(stateful !== undefined && { stateful: [...stateful] }),
  };
  const file = path.join(content, ledgerPaths(product).recovery(version));
  await writeFile(file, markdownFile(fields, planText(plan)));
}

function planText({ product, previous, steps, special, onCall }: SampleRecovery): string {
  const first = `Put ${previous} back with \`helm rollback ${product}\`; whoever is on call decides it within fifteen minutes.`;
  const last = 'Run the sanity checks, and say in `#production` what is back and since when.';
  const numbered = [first, ...steps, last].map((step, index) => `${index + 1}. ${step}`);
  const names = onCall.join(', then ');
  return `## Plan\n\n${numbered.join('\n')}\n\n## Special provisions\n\n${special}\n\n## On call\n\n${names}: by the pager of the week.\n`;
}

async function tickChecklists(content: string, product: string, version: string): Promise<void> {
  const folder = path.join(content, ledgerPaths(product).part(version, 'checklists'));
  for (const role of markdownNames(folder)) {
    const file = path.join(folder, `${role}.md`);
    const text = await readFile(file, 'utf8');
    await writeFile(file, ticked(text, LEFT_OPEN[`${product} ${version}`]?.[role] ?? 0));
  }
}

/** All boxes but the last ones. */
function ticked(text: string, open: number): string {
  const boxes = text.match(/^- \[ \]/gm)?.length ?? 0;
  let seen = 0;
  return text.replace(/^- \[ \]/gm, (box) => {
    seen += 1;
    return seen > boxes - open ? box : '- [x]';
  });
}
