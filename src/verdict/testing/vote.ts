import { type Vote, type VoteInput, VoteSchema } from '../../records/index.ts';
import type { Written } from '../dossier.ts';
import { API, CAST_AT, COMMITS, digestOf, FOLDER, LEAD, PRODUCT, VERSION } from './constants.ts';

/** A GO on the release's commit, cast in Slack half an hour before the decision. */
export function vote(role: string, person: string, more: Partial<VoteInput> = {}): Written<Vote> {
  const [first = person] = person.split('-');
  const data = VoteSchema.parse({
    schema: 1,
    product: PRODUCT,
    version: VERSION,
    role,
    person,
    account: { on: 'slack', id: `U-${first.toUpperCase()}` },
    decision: 'go',
    castAt: CAST_AT,
    commit: COMMITS.release,
    source: {
      kind: 'slack',
      channel: 'production',
      ts: '1770112800.000100',
      file: '2026-02-03.json',
      digest: digestOf('51'),
    },
    ...more,
  });
  const name = [role, data.module, person, data.decision, data.castAt.slice(11, 16)]
    .filter(Boolean)
    .join('-');
  return { path: `${FOLDER}/votes/${name}.md`, data, body: 'The numbers are good.\n' };
}

/** A GO of each person whose word the release needs. */
export function allVotes(): Written<Vote>[] {
  return [
    vote('module-lead', 'asha-rao', { module: LEAD }),
    vote('module-lead', 'bo-lind', { module: API, commit: COMMITS.api }),
    vote('sre', 'cyra-osei'),
    vote('qa', 'dana-ito'),
    vote('management', 'emil-novak'),
  ];
}
