import type { Vote } from '../../records/index.ts';
import type { Dossier, Written } from '../dossier.ts';
import {
  type ExportSource,
  OWN,
  policyOf,
  type ResourceDescriptor,
  recordUri,
  type Statement,
  statementOf,
  subjectsOf,
  timestamp,
} from './statement.ts';

/**
 * Predicate type of a vote: somebody said GO or NO-GO on the subject. It tells what was cast, not whether it counts: that
 * is the verdict's word, by the policy that is named.
 */
export const VOTE_TYPE = `${OWN}/vote/v0.1`;

/** The fields of a vote's predicate. All but `module` and `editedAt` are required. */
export interface VotePredicate {
  /** "go", "no-go", "veto" or "abstain". */
  decision: Vote['decision'];
  /** The role that it was cast in. */
  role: string;
  /** For a role that votes on each module. */
  module?: string;
  /** The person of the roster, or the account's own name for one that the roster does not know. */
  person: string;
  /** The account that cast it: "github", "slack" or "git", and its name there. */
  account: { on: string; id: string };
  /** RFC 3339, UTC. */
  castAt: string;
  /** When its text was changed after it was cast. */
  editedAt?: string;
  /** The argument, in markdown. */
  argument: string;
  /** Where it was cast, so that it can be found again. */
  source: Vote['source'];
  /** The record of it. */
  record: string;
  /** What it is counted by. */
  policy: ResourceDescriptor;
}

/** A vote as an in-toto statement on what it is bound to. Null for one that names neither commit nor digest. */
export function voteStatement(
  { data, body, path }: Written<Vote>,
  dossier: Dossier,
  source: ExportSource,
): Statement<VotePredicate> | null {
  const { decision, role, module, person, account, castAt, editedAt } = data;
  return statementOf(subjectsOf(module ?? data.product, data.commit, data.digest), VOTE_TYPE, {
    decision,
    role,
    ...(module !== undefined && { module }),
    person,
    account,
    castAt: timestamp(castAt),
    ...(editedAt !== undefined && { editedAt: timestamp(editedAt) }),
    argument: body.trim(),
    source: data.source,
    record: recordUri(source, path),
    policy: policyOf(dossier, source),
  });
}
