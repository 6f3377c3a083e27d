import type { RecordedDeployment } from '../../src/history/deployments/timeline.ts';
import { readDeployments } from '../store/deployment-records.ts';
import { type DeployOptions, deploy } from '../verbs/deploy.ts';
import { type RollbackOptions, rollback } from '../verbs/rollback.ts';
import { type Answer, answerOf } from './answer.ts';
import type { TestLedger } from './test-ledger.ts';
import { openedLedger, PROCESS } from './voted.ts';

/** Environments of the product, as lines of its policy. */
export const ENVIRONMENTS = `environments:
  - { id: staging }
  - { id: production, production: true }
deploymentTolerance: 10
`;

/** The evening of the release, in UTC. */
export const NOW = '2026-02-03T15:00:00+00:00';

/** A ledger with two releases that were opened, each with a note. */
export function deployableLedger(ledger: TestLedger): TestLedger {
  openedLedger(ledger, `${PROCESS}${ENVIRONMENTS}`);
  ledger.edit('ledger/core/releases/1.11.0/opening.md', () => openingText('1.11.0'));
  for (const version of ['1.11.0', '1.12.0'])
    ledger.edit(`notes/core/${version}.md`, () => noteText(version));
  return ledger;
}

function openingText(version: string): string {
  return `---
schema: 1
product: core
version: "${version}"
openedAt: "2026-01-20T08:00:00+00:00"
openedBy: sam-okoro
modules:
  - { id: core, version: "${version}" }
  - { id: core-api, version: "2.2.0" }
  - { id: core-web, version: "3.0.1" }
---
`;
}

function noteText(version: string): string {
  return `---
schema: 1
product: core
version: "${version}"
date: "2026-02-02T08:00:00+00:00"
prerelease: false
previous: null
# Written by hand.
entries: []
---

Words that a person wrote.
`;
}

/** Runs `ledger deploy`: 1.12.0 to production where a test does not say otherwise. */
export function tryDeploy(
  ledger: TestLedger,
  more: Partial<DeployOptions> = {},
  json = false,
): Promise<Answer> {
  const usual = { environment: 'production', release: '1.12.0', ranBy: 'Sam Okoro', now: NOW };
  return answerOf(
    (console) => deploy({ content: ledger.content, product: 'core', ...usual, ...more }, console),
    {
      json,
    },
  );
}

/** Runs `ledger rollback`: production back to 1.11.0 where a test does not say otherwise. */
export function tryRollback(
  ledger: TestLedger,
  more: { [Key in keyof RollbackOptions]?: RollbackOptions[Key] | undefined } = {},
  json = false,
): Promise<Answer> {
  const usual = { environment: 'production', release: '1.11.0', ranBy: 'Sam Okoro', now: NOW };
  const told = more.bad === false ? {} : { publicReason: 'Pages could stay empty.' };
  const said = { because: 'The cache was never emptied.', ...told, ...more };
  const options = { content: ledger.content, product: 'core', ...usual, ...said } as RollbackOptions;
  return answerOf((console) => rollback(options, console), { json });
}

/** An environment's records by file name. */
export function deploymentsIn(
  ledger: TestLedger,
  environment = 'production',
): Map<string, RecordedDeployment> {
  const records = readDeployments(ledger.content, 'core', environment);
  return new Map(records.map((record) => [record.path.replace(/^.*\/|\.md$/g, ''), record]));
}
