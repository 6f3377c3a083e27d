import path from 'node:path';
import { type Collection, collectVotes } from '../dossier/votes/collect.ts';
import type { FiledVote } from '../dossier/votes/file-votes.ts';
import type { NotTaken } from '../dossier/votes/found-vote.ts';
import { boundText, saidText } from '../dossier/votes/vote-words.ts';
import { readVotedRelease, type VotedRelease } from '../dossier/votes/voted-release.ts';
import { SlackExportFolder } from '../sources/slack/export-folder.ts';
import { LedgerReader } from '../store/read.ts';
import type { Console } from './console.ts';

/** What `ledger votes` is asked for. */
export interface VotesOptions {
  content: string;
  product: string;
  release: string;
  /** The folder of an unpacked Slack export. */
  slack?: string;
}

/** Collects the votes on a release from reviews and from Slack, and says what was found. */
export async function votes(options: VotesOptions, out: Console): Promise<number> {
  const reader = new LedgerReader(options.content);
  const voted = readVotedRelease(reader, options.product, options.release);
  const folder = options.slack === undefined ? null : new SlackExportFolder(path.resolve(options.slack));
  const collection = collectVotes(reader, voted, folder);
  if (out.json) out.result(asJson(voted, collection));
  else out.print(asText(voted, collection));
  return 0;
}

function asJson({ product, version }: VotedRelease, collection: Collection) {
  const { votes: filed, ...rest } = collection;
  return {
    product,
    version,
    votes: filed.map(({ vote, path: file, was }) => ({ ...vote, path: file, was })),
    ...rest,
  };
}

function asText(voted: VotedRelease, { votes: filed, notTaken, elsewhere, missing }: Collection): string {
  const lines = [
    `${voted.product} ${voted.version}: ${filed.length} votes, ${filed.filter(({ was }) => was === 'new').length} of them new.`,
    ...filed.map(voteLine),
    ...(voted.promotion === null ? ['No pull request that promoted it is known: no reviews were read.'] : []),
    ...missing.map((file) => `${file}: its message is not in the export any more.`),
    ...(filed.some(({ was }) => was === 'sealed')
      ? ['Votes marked "!" are sealed and were edited since: ledger amend says so beside them.']
      : []),
    ...(elsewhere > 0 ? [`${elsewhere} messages vote on something else.`] : []),
    ...(notTaken.length > 0 ? ['Not taken as votes:'] : []),
    ...notTaken.map(refusalLine),
  ];
  return `${lines.join('\n')}\n`;
}

const MARKS: Record<FiledVote['was'], string> = { new: '+', known: ' ', completed: '~', sealed: '!' };

function voteLine({ vote, path: file, was }: FiledVote): string {
  const edited = vote.editedAt === undefined ? '' : `, edited at ${vote.editedAt}`;
  return `${MARKS[was]} ${saidText(vote)}, ${boundText(vote)}${edited} [${file}]`;
}

function refusalLine({ who, at, where, text, because }: NotTaken): string {
  return `  ${who} at ${at} (${where}): ${because}: ${JSON.stringify(text)}`;
}
