import type { Vote } from '../../src/records/index.ts';
import { DossierReader, type StoredRecord } from '../store/dossier-reader.ts';
import { type VoteOptions, vote } from '../verbs/vote.ts';
import { votes } from '../verbs/votes.ts';
import { type Answer, answerOf } from './answer.ts';
import type { TestLedger } from './test-ledger.ts';

/** Commits of the opened release's modules; the first two begin alike for six digits. */
export const COMMITS = {
  core: '9f2c1ab0d1e2f3a4b5c6d7e8f90123456789abcd',
  api: '9f2c1ff0d1e2f3a4b5c6d7e8f90123456789abcd',
  web: '77aa55bb77aa55bb77aa55bb77aa55bb77aa55bb',
} as const;

export const DIGEST = `sha256:${'5c'.repeat(32)}`;

/** Roles and people that votes are of. Quinn left QA in June; Ravi holds two roles, Ling leads all modules. */
export const PROCESS = `timeZone: Asia/Kolkata
roles:
  - { id: module-lead, name: Module lead, each: module }
  - { id: sre, name: SRE }
  - { id: qa, name: QA, veto: true }
roster:
  - person: quinn-adeyemi
    accounts: [{ on: github, id: quinn-a }, { on: slack, id: U02QUINN }, { on: git, id: Quinn Adeyemi }]
    roles: [{ role: qa, from: "2020-01-01", until: "2026-06-30" }]
  - person: sam-okoro
    accounts: [{ on: github, id: sam-o }, { on: slack, id: U02SAM }, { on: git, id: Sam Okoro }]
    roles: [{ role: sre, from: "2020-01-01" }]
  - person: ravi-menon
    accounts: [{ on: github, id: ravi-m }, { on: slack, id: U02RAVI }]
    roles:
      - { role: sre, from: "2020-01-01" }
      - { role: module-lead, module: core-api, from: "2020-01-01" }
  - person: ling-zhao
    accounts: [{ on: github, id: ling-z }, { on: slack, id: U02LING }]
    roles: [{ role: module-lead, from: "2020-01-01" }]
  - person: noor-idris
    accounts: [{ on: github, id: noor-i }, { on: slack, id: U02NOOR }]
voting: { slackChannel: production }
`;

const MODULES = ['core', 'core-api', 'core-web']
  .map((id) => `  - { id: ${id}, repository: ../${id}.git, github: acme/${id}, tags: ["v{version}"] }`)
  .join('\n');

/** A ledger whose release 1.12.0 is opened with three modules, and not tagged yet. */
export function openedLedger(ledger: TestLedger, rest = PROCESS): TestLedger {
  ledger.writePolicy(MODULES, rest);
  ledger.edit('ledger/core/releases/1.12.0/opening.md', () =>
    [
      '---',
      'schema: 1',
      'product: core',
      'version: "1.12.0"',
      'openedAt: "2026-02-01T08:00:00+00:00"',
      'openedBy: sam-okoro',
      'modules:',
      `  - { id: core, version: "1.12.0", commit: "${COMMITS.core}", digest: "${DIGEST}" }`,
      `  - { id: core-api, version: "2.3.0", commit: "${COMMITS.api}" }`,
      `  - { id: core-web, version: "3.0.1", commit: "${COMMITS.web}" }`,
      '  - { id: kafka, version: "3.7.1", thirdParty: true }',
      '---',
      '',
    ].join('\n'),
  );
  return ledger;
}

/** Votes of a release, by the file's name without its ending. */
export function votesOf(ledger: TestLedger, version = '1.12.0'): Map<string, StoredRecord<Vote>> {
  const records = new DossierReader(ledger.content, ledger.product, version).votes();
  return new Map(records.map((record) => [record.path.replace(/^.*\/|\.md$/g, ''), record]));
}

/** Runs `ledger vote`: a GO of Sam as SRE where a test does not say otherwise. */
export function tryVote(ledger: TestLedger, given: Partial<VoteOptions> = {}, json = false): Promise<Answer> {
  const options: VoteOptions = {
    content: ledger.content,
    product: ledger.product,
    release: '1.12.0',
    role: 'sre',
    decision: 'go',
    because: 'All dashboards are green.',
    now: '2026-02-03T10:00:00+00:00',
    ...given,
  };
  return answerOf((console) => vote(options, console), { json });
}

/** Runs `ledger votes`. */
export function tryVotes(
  ledger: TestLedger,
  slack?: string,
  { json = false, release = '1.12.0' } = {},
): Promise<Answer> {
  const { content, product } = ledger;
  const options = { content, product, release, ...(slack !== undefined && { slack }) };
  return answerOf((console) => votes(options, console), { json });
}

/** What `ledger votes --json` tells. */
export interface ToldVotes {
  votes: { was: string }[];
  notTaken: { who: string; because: string; text: string; where: string }[];
  elsewhere: number;
  missing: string[];
  filesWritten: number;
}

/** Runs `ledger votes` to its good end, and gives what it tells. */
export async function collected(ledger: TestLedger, slack: string): Promise<ToldVotes> {
  const told = await tryVotes(ledger, slack, { json: true });
  if (told.code !== 0) throw new Error(told.said);
  return JSON.parse(told.printed) as ToldVotes;
}

/** Who voted what on what, by record. */
export function toldVotes(ledger: TestLedger, version?: string): string[] {
  return [...votesOf(ledger, version)].map(([name, { data }]) => {
    const digest = data.digest === undefined ? '' : ' digest';
    return `${name} ${data.decision} ${data.commit?.slice(0, 7) ?? 'unbound'}${digest}`;
  });
}
