import type { Case } from './case.ts';
import { DOSSIER, POLICY, policyWith, voteRecord } from './sound-ledger.ts';

const PLACE = 'ledger/core/policy.md';
const policy = (parts: Partial<typeof POLICY>) => ({ [PLACE]: policyWith(parts) });
const roster = (...lines: string[]) =>
  policy({
    roster: `roster:\n${lines.map((line, index) => `  - { person: p-${index}, accounts: [{ on: git, id: P${index} }], roles: [${line}] }\n`).join('')}`,
  });
const HELD = '{ role: qa, from: "2026-01-01" }';
const SLACK = `{ kind: slack, channel: production, ts: "1790243040.000600", file: day.json, digest: "sha256:${'b'.repeat(64)}" }`;
const VOTE = `${DOSSIER}/votes/qa-ada-brook.md`;

/** What policies lack. */
export const POLICY_CASES: readonly Case[] = [
  {
    id: 'role-without-person',
    with: roster(
      '{ role: qa, from: "2026-01-01", until: "2026-03-09" }',
      '{ role: sre, from: "2026-01-01" }',
    ),
    without: roster(
      '{ role: qa, from: "2026-01-01", until: "2026-03-10" }',
      '{ role: sre, from: "2026-01-01" }',
    ),
    says: 'Nobody holds the role qa today',
    line: 14,
  },
  {
    id: 'role-without-person',
    with: policy({ roles: 'roles: [{ id: qa, name: QA, each: module }]\n', roster: '' }),
    says: 'the role qa of core today',
  },
  {
    id: 'role-with-too-few',
    with: policy({
      roles: 'roles: [{ id: qa, name: QA, votes: 2 }]\n',
      roster: POLICY.roster
        .replace('role: sre', 'role: qa')
        .replace('2026-01-01" }]\n  - p', '2026-05-01" }]\n  - p'),
    }),
    without: policy({
      roles: 'roles: [{ id: qa, name: QA, votes: 2 }]\n',
      roster: POLICY.roster.replace('role: sre', 'role: qa'),
    }),
    says: 'needs 2 people who say GO, and 1 holds it today',
  },
  {
    id: 'role-ends-soon',
    with: roster(
      '{ role: qa, from: "2026-01-01", until: "2026-03-20" }',
      '{ role: sre, from: "2026-01-01" }',
    ),
    without: roster(
      '{ role: qa, from: "2026-01-01", until: "2026-05-20" }',
      '{ role: sre, from: "2026-01-01" }',
    ),
    says: 'From 2026-03-21 on',
  },
  {
    id: 'person-in-several-roles',
    with: roster(`${HELD}, { role: sre, from: "2026-01-01" }`),
    without: roster(`${HELD}, { role: sre, from: "2026-01-01" }`, HELD),
    says: 'p-0 would have to say GO in several of the roles qa and sre',
  },
  { id: 'no-roles', with: policy({ roles: '', roster: '' }), says: 'whose GO a release needs' },
  { id: 'no-stages', with: policy({ stages: '', gates: '' }), says: 'which stages a release passes' },
  {
    id: 'gate-without-source',
    with: policy({ gates: POLICY.gates.replace('integration', 'load') }),
    without: policy({
      gates: POLICY.gates.replace('integration', 'load'),
      stages: 'stages: { major: [integration, load] }\n',
    }),
    says: 'the stage load, which no release has to pass and nobody has reported',
    line: 26,
  },
  {
    id: 'gate-without-source',
    with: policy({ gates: POLICY.gates.replace('tests.total', 'p95') }),
    says: 'The one report of the stage integration does not say "p95"',
  },
  {
    id: 'stage-never-reported',
    with: policy({ stages: 'stages: { default: [integration, load] }\n' }),
    says: 'No release has a report of the stage load',
  },
  {
    id: 'no-production',
    with: policy({ environments: 'environments: [{ id: production }]\n' }),
    without: policy({ environments: '' }),
    says: 'None of the environments',
  },
  { id: 'no-time-zone', with: policy({ head: 'schema: 1\nproduct: core\n' }), says: 'in UTC' },
  {
    id: 'no-slack-channel',
    with: { ...policy({ voting: '' }), [VOTE]: voteRecord('ada-brook', SLACK) },
    without: policy({ voting: '' }),
    says: '1 vote was given in Slack',
  },
];
