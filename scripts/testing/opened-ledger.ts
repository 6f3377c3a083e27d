import { type CallOptions, call } from '../verbs/call.ts';
import { type OpenOptions, open } from '../verbs/open.ts';
import { type WaiveOptions, waive } from '../verbs/waive.ts';
import { type Answer, answerOf } from './answer.ts';
import type { TestLedger } from './test-ledger.ts';

/** Roles, people, checklists and times of a product, as lines of its policy. */
export function processLines(timeZone = 'Asia/Kolkata'): string {
  return `timeZone: ${timeZone}
cadence: { rhythm: days, days: [mon, tue, wed, thu, fri], decision: "16:00", release: "17:00" }
roles:
  - { id: module-lead, name: Module lead, each: module }
  - { id: sre, name: SRE }
  - { id: qa, name: QA, veto: true }
roster:
  - { person: asha-rao, accounts: [{ on: git, id: Asha Rao }], roles: [{ role: module-lead, from: "2025-01-01" }] }
  - { person: cyra-osei, accounts: [{ on: git, id: Cyra Osei }], roles: [{ role: sre, from: "2025-01-01" }] }
  - { person: dana-ito, accounts: [{ on: slack, id: U012DANA }], roles: [{ role: qa, from: "2025-01-01" }] }
stages: { default: [build, unit-tests] }
gates:
  - { id: coverage, stage: unit-tests, metric: coverage.lines, operator: ">=", limit: 80 }
checklists:
  sre: [The release branch is cut, The dashboards are open]
  qa: [The suite ran on pre-prod]
`;
}

type More<Options> = Partial<Options> & { now: string };

/** Opens a release, by Cyra where nobody else is named. */
export function tryOpen(ledger: TestLedger, release: string, more: More<OpenOptions>): Promise<Answer> {
  const options = { content: ledger.content, product: ledger.product, release, by: 'cyra-osei', ...more };
  return answerOf((console) => open(options, console));
}

/** Calls for votes on a release. */
export function tryCall(ledger: TestLedger, release: string, more: More<CallOptions>): Promise<Answer> {
  const options = {
    content: ledger.content,
    product: ledger.product,
    release,
    format: 'text' as const,
    ...more,
  };
  return answerOf((console) => call(options, console));
}

/** Waives a control for two days, by Asha where nobody else is named. */
export function tryWaive(
  ledger: TestLedger,
  release: string,
  control: string,
  more: More<WaiveOptions>,
): Promise<Answer> {
  const { content, product } = ledger;
  const usual = { until: '2', because: 'The runner is down.', by: 'asha-rao' };
  return answerOf((console) => waive({ content, product, release, control, ...usual, ...more }, console));
}
