import { evidenceName } from '../../../src/history/evidence-name.ts';
import { Fault, type Vote } from '../../../src/records/index.ts';
import type { SlackExportFolder } from '../../sources/slack/export-folder.ts';
import { DossierReader } from '../../store/dossier-reader.ts';
import { ledgerPaths } from '../../store/paths.ts';
import type { LedgerReader } from '../../store/read.ts';
import { textDigest } from '../../store/sealed-files.ts';
import { type Transaction, writeAllOrNothing } from '../../store/transaction.ts';
import { changedMessages } from './changed-messages.ts';
import { type FiledVote, fileVotes } from './file-votes.ts';
import type { FoundVote, NotTaken } from './found-vote.ts';
import { votesInReviews } from './from-reviews.ts';
import { voteKey } from './same-vote.ts';
import { readSlackChannel } from './slack-channel.ts';
import { votesInChannel } from './slack-votes.ts';
import type { VotedRelease } from './voted-release.ts';

/** What a collection of votes gave. */
export interface Collection {
  votes: FiledVote[];
  notTaken: NotTaken[];
  /** Votes on other releases and products in the same channel. */
  elsewhere: number;
  /** Records whose message the export does not have any more. */
  missing: string[];
  filesWritten: number;
}

type Found = Omit<Collection, 'votes' | 'filesWritten'> & { found: FoundVote[] };

/** Collects the votes on a release and files those that are new: all of them or none. */
export function collectVotes(
  reader: LedgerReader,
  voted: VotedRelease,
  folder: SlackExportFolder | null,
): Collection {
  const reviews = votesInReviews(voted);
  const slack = folder === null ? NONE : slackVotes(reader, voted, folder);
  const found = [...reviews.found, ...slack.found];
  return writeAllOrNothing(reader.content, (transaction) => {
    const votes = fileVotes(transaction, reader.content, voted, found);
    if (folder !== null) writeEvidence(transaction, voted, folder, votes);
    return {
      votes,
      notTaken: [...reviews.notTaken, ...slack.notTaken],
      elsewhere: slack.elsewhere,
      missing: slack.missing,
      filesWritten: transaction.written,
    };
  });
}

const NONE: Found = { found: [], notTaken: [], elsewhere: 0, missing: [] };

function slackVotes(reader: LedgerReader, voted: VotedRelease, folder: SlackExportFolder): Found {
  const channel = readSlackChannel(folder, voted.policy);
  const { found, notTaken, elsewhere } = votesInChannel(channel, voted, reader);
  const records = new DossierReader(reader.content, voted.product, voted.version).votes();
  const { edited, missing } = changedMessages(channel, records);
  const changed = new Set(edited.map(({ vote }) => voteKey(vote)));
  const unchanged = found.filter(({ vote }) => !changed.has(voteKey(vote)));
  return { found: [...edited, ...unchanged], notTaken, elsewhere, missing };
}

/**
 * Keeps the export's files that show a new vote or an edit, whole and as they are: a part of a day could not be compared
 * with anything, and would not show that no NO-GO was left out of it.
 */
function writeEvidence(
  transaction: Transaction,
  { product, version }: VotedRelease,
  folder: SlackExportFolder,
  votes: readonly FiledVote[],
): void {
  const files = new Map<Vote['digest'] & string, string>(votes.flatMap(({ evidence }) => [...evidence]));
  for (const [digest, file] of files) {
    const { name, bytes } = folder.read(file);
    if (textDigest(bytes) !== digest)
      throw new Fault('the file changed while it was read', {
        place: { file: name },
        hint: 'Collect again once the export is complete.',
      });
    transaction.writeBytes(ledgerPaths(product).evidence(version, evidenceName({ digest, name })), bytes);
  }
}
