import { type Policy, type PolicyInput, PolicySchema } from '../../records/index.ts';
import type { Recorded } from '../dossier.ts';
import { API, LEAD, PRODUCT, WEB } from './constants.ts';

type RosterInput = NonNullable<PolicyInput['roster']>[number];

/** A person with an account in each place: "asha-rao" is "asha" on GitHub, "U-ASHA" in Slack, "Asha Rao" in git. */
export function rosterEntry(person: string, roles: RosterInput['roles'] = []): RosterInput {
  const [first = person] = person.split('-');
  const name = person.replace(/(?:^|-)(.)/g, (part) => part.replace('-', ' ').toUpperCase());
  return {
    person,
    accounts: [
      { on: 'github', id: first },
      { on: 'slack', id: `U-${first.toUpperCase()}` },
      { on: 'git', id: name },
    ],
    roles,
  };
}

const FROM = '2025-01-01';

/** Leads of each module, one person for each other role, and two who only write code. */
export const ROSTER: readonly RosterInput[] = [
  rosterEntry('asha-rao', [{ role: 'module-lead', module: LEAD, from: FROM }]),
  rosterEntry('bo-lind', [{ role: 'module-lead', module: API, from: FROM }]),
  rosterEntry('fen-wu', [{ role: 'module-lead', module: WEB, from: FROM }]),
  rosterEntry('cyra-osei', [{ role: 'sre', from: FROM }]),
  rosterEntry('dana-ito', [{ role: 'qa', from: FROM }]),
  rosterEntry('emil-novak', [{ role: 'management', from: FROM }]),
  rosterEntry('gita-roy'),
  rosterEntry('hugo-berg'),
];

/** A policy that asks for something of every control. */
export const POLICY: PolicyInput = {
  schema: 1,
  product: PRODUCT,
  timeZone: 'Asia/Kolkata',
  modules: [
    { id: LEAD, repository: '../lantern.git', branch: 'main', staging: 'staging', tags: ['v{version}'] },
    { id: API, repository: '../lantern-api.git', branch: 'main', tags: ['v{version}'] },
    { id: WEB, repository: '../lantern-web.git', branch: 'main', tags: ['v{version}'] },
  ],
  cadence: { rhythm: 'days', days: ['mon', 'tue', 'wed', 'thu', 'fri'], decision: '16:00', release: '17:00' },
  roles: [
    { id: 'module-lead', name: 'Module lead', each: 'module' },
    { id: 'sre', name: 'SRE' },
    { id: 'qa', name: 'QA', veto: true },
    { id: 'management', name: 'Management' },
  ],
  roster: [...ROSTER],
  stages: { default: ['build', 'unit-tests', 'image-scan', 'push', 'integration'] },
  gates: [
    { id: 'coverage', stage: 'unit-tests', metric: 'coverage.lines', operator: '>=', limit: 80 },
    { id: 'critical', stage: 'image-scan', metric: 'vulnerabilities.critical', operator: '=', limit: 0 },
    {
      id: 'integration',
      stage: 'integration',
      metric: 'tests.failed',
      operator: '=',
      limit: 0,
      manager: 'dana-ito',
    },
  ],
  checklists: { sre: ['The release branch is cut', 'The dashboards are open'] },
};

/** The fixtures' policy, with other fields where a test gives them. */
export function policy(more: Partial<PolicyInput> = {}): Recorded<Policy> {
  return { path: `ledger/${PRODUCT}/policy.md`, data: PolicySchema.parse({ ...POLICY, ...more }) };
}
