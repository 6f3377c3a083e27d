import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { type PlatformReleaseSchema, SCHEMA_VERSION } from '../../src/records/index.ts';
import { ledgerPaths } from '../store/paths.ts';
import { markdownFile, type Yaml } from '../store/yaml-lines.ts';
import { answerOf } from '../testing/answer.ts';
import { tryOpen, tryWaive } from '../testing/opened-ledger.ts';
import { tryDeployment, trySeal, tryStage, tryVote, twoReleases, well } from '../testing/sealed.ts';
import { TestLedger } from '../testing/test-ledger.ts';
import { amend } from '../verbs/amend.ts';
import { amendNoteOfRelease } from '../verbs/amend-note.ts';
import { redact } from '../verbs/redact.ts';

const NOW = '2026-03-04T12:00:00+00:00';
const LATER = '2026-03-05T09:00:00+00:00';

const POLICY = `---
schema: ${SCHEMA_VERSION}
product: core
# Where the team sits.
timeZone: Etc/UTC
modules:
  # The only one.
  - id: core
    repository: ../core.git
    tags: ["v{version}"] # since the beginning
roles:
  - { id: module-lead, name: Module lead, each: module }
  - { id: sre, name: SRE }
  - { id: qa, name: QA, veto: true }
roster:
  - { person: asha-rao, accounts: [{ on: git, id: Asha Rao }], roles: [{ role: module-lead, from: "2025-01-01" }] }
  - { person: cyra-osei, accounts: [{ on: git, id: Cyra Osei }], roles: [{ role: sre, from: "2025-01-01" }] }
stages: { default: [build, unit-tests] }
gates:
  - { id: coverage, stage: unit-tests, metric: coverage.lines, operator: ">=", limit: 80 }
checklists:
  sre: [The release branch is cut, The dashboards are open]
environments:
  - { id: production, production: true }
---

How core is released, in the team's own words.
`;

const PRODUCT = `---
schema: ${SCHEMA_VERSION}
name: Core # as customers know it
summary: What everything else stands on.
modules:
  - id: core
    name: Core
---

A product of nobody.
`;

const SITE = `---
schema: ${SCHEMA_VERSION}
name: Releases of nobody
# Feeds need it.
address: https://releases.example.org
---
`;

const PUBLISHED: z.input<typeof PlatformReleaseSchema> = {
  schema: SCHEMA_VERSION,
  product: 'core',
  version: '1.0.0',
  repository: 'example/core',
  url: 'https://github.example.org/example/core/releases/tag/v1.0.0',
  ...{ tag: 'v1.0.0', commit: null, name: 'The first one', author: null },
  ...{ createdAt: NOW, publishedAt: NOW, draft: false, prerelease: false },
};

/**
 * Writes a small ledger with every kind of record as this version of the tool writes them, sealed and not: what later
 * versions have to be able to read. Its repository stands beside it.
 */
export async function writeReleasedLedger(folder: string): Promise<TestLedger> {
  const ledger = new TestLedger(folder, 'core');
  const paths = ledgerPaths('core');
  ledger.edit(paths.policy, () => POLICY);
  ledger.edit(paths.product, () => PRODUCT);
  ledger.edit('site.md', () => SITE);
  await ledger.harvest(twoReleases(), { now: NOW });
  ledger.edit(paths.platformRelease('1.0.0'), () =>
    markdownFile(PUBLISHED as unknown as { [key: string]: Yaml }, ''),
  );
  await firstRelease(ledger);
  await secondRelease(ledger);
  await well(tryOpen(ledger, '1.2.0', { now: LATER }));
  return ledger;
}

/** Sealed with all that a dossier can have; then corrected, and redacted. */
async function firstRelease(ledger: TestLedger): Promise<void> {
  const usual = { content: ledger.content, product: 'core', release: '1.0.0', by: 'cyra-osei', now: LATER };
  await well(tryOpen(ledger, '1.0.0', { now: NOW }));
  await well(tryStage(ledger, '1.0.0'));
  await well(tryVote(ledger, '1.0.0', { ranBy: 'Asha Rao', role: 'module-lead' }));
  await well(tryVote(ledger, '1.0.0', { ranBy: 'Cyra Osei' }));
  await well(tryWaive(ledger, '1.0.0', 'gates', { now: NOW }));
  await well(trySeal(ledger, { release: '1.0.0', now: NOW }));
  await well(tryDeployment(ledger, '1.0.0'));
  await well(trySeal(ledger, { deployments: true, now: NOW }));
  const corrects = ['recovery.md#onCall=asha-rao'];
  await well(answerOf((console) => amend({ ...usual, corrects, because: 'Nobody was named.' }, console)));
  await well(trySeal(ledger, { release: '1.0.0', now: LATER }));
  const wanted = { file: 'changes/core-1.md', field: 'landedBy', because: 'Asked for in ticket 118.' };
  const secret = path.join(ledger.folder, 'secret.json');
  const salt = Buffer.alloc(32, 7);
  await well(answerOf((console) => redact({ ...usual, ...wanted, secret, salt }, console)));
}

/** In no seal yet, with a note that a person has worked on. */
async function secondRelease(ledger: TestLedger): Promise<void> {
  ledger.editNote('1.1.0', (text) =>
    text
      .replace('entries:', '# What follows is the harvest’s.\nentries:')
      .replace('Mend the list', 'Lists keep their order')
      .replace(/---\n\n/, '---\n\nA release for everybody who has lists.\n\n'),
  );
  await well(tryStage(ledger, '1.1.0', 'mend'));
  await well(tryVote(ledger, '1.1.0', { ranBy: 'Cyra Osei', now: LATER }));
  await well(tryDeployment(ledger, '1.1.0', { at: '2026-03-05T08:00:00Z', now: LATER }));
  const known = { known: 'Lists of one are slow.', says: 'A known issue was added.' };
  const usual = { content: ledger.content, product: 'core', release: '1.1.0', at: LATER };
  await well(answerOf((console) => amendNoteOfRelease({ ...usual, ...known }, console)));
}

/** Writes files by their paths below a folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, 'latin1');
  }
}
