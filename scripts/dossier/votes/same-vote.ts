import type { Vote } from '../../../src/records/index.ts';

/**
 * What tells a vote from all others wherever it is found again; null for one of the command, each of which is its own.
 * A message of Slack is one vote in each role whatever it says today; a review is not said anew but written anew.
 */
export function voteKey(vote: Vote): string | null {
  const { source, account, role, module, castAt, decision } = vote;
  const seat = [account.id.toLowerCase(), role, module ?? ''];
  if (source.kind === 'slack') return JSON.stringify(['slack', source.ts, ...seat]);
  if (source.kind === 'github-review')
    return JSON.stringify(['review', source.url, castAt, decision, ...seat]);
  return null;
}

/** The record of a vote that was found again, and what it does not tell yet; null for a vote that is new. */
export interface KnownVote<Stored> {
  record: Stored;
  /** Fields that the record gets now. */
  added: Pick<Vote, 'editedAt' | 'commit' | 'digest'>;
}

/** Looks a found vote up among the records. `taken` are those that another vote of this run was found to be. */
export function knownVote<Stored extends { data: Vote }>(
  found: Vote,
  records: readonly Stored[],
  taken: ReadonlySet<Stored>,
): KnownVote<Stored> | null {
  const key = voteKey(found);
  if (key === null) return null;
  // Before the release's modules were known, a vote may have been recorded without its module.
  const { module: _module, ...anyModule } = found;
  const isWithoutModule = (stored: Stored): boolean =>
    stored.data.module === undefined && !taken.has(stored) && voteKey(stored.data) === voteKey(anyModule);
  const record = records.find(({ data }) => voteKey(data) === key) ?? records.find(isWithoutModule);
  return record === undefined ? null : { record, added: addedTo(record.data, found) };
}

/**
 * A record keeps what it says. It learns that the vote was edited, once; and where nobody edited the vote, what an
 * abbreviation meant that could not be told when it was recorded.
 */
function addedTo(known: Vote, found: Vote): KnownVote<never>['added'] {
  const { editedAt, commit, digest } = found;
  if (editedAt !== undefined) return known.editedAt === undefined ? { editedAt } : {};
  const isUnbound = known.commit === undefined && known.digest === undefined && known.editedAt === undefined;
  if (!isUnbound || known.decision !== found.decision) return {};
  return { ...(commit !== undefined && { commit }), ...(digest !== undefined && { digest }) };
}
