import { type Decision, Fault, type Vote } from '../../src/records/index.ts';
import { commandVote } from '../dossier/votes/command-vote.ts';
import { type FiledVote, fileVotes } from '../dossier/votes/file-votes.ts';
import { voteBody } from '../dossier/votes/found-vote.ts';
import { voterAt } from '../dossier/votes/held-roles.ts';
import { ranBy } from '../dossier/votes/ran-by.ts';
import { boundText, saidText } from '../dossier/votes/vote-words.ts';
import { commitsOf, readVotedRelease, type VotedRelease } from '../dossier/votes/voted-release.ts';
import { LedgerReader } from '../store/read.ts';
import { writeAllOrNothing } from '../store/transaction.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger vote` is asked for. */
export interface VoteOptions {
  content: string;
  product: string;
  release: string;
  role: string;
  module?: string;
  decision: Decision;
  because: string;
  commit?: string;
  digest?: string;
  by?: string;
  /** Who casts it; git's user where it is not given. */
  ranBy?: string;
  /** The moment of the vote; the clock's where it is not given. */
  now?: string;
}

/** Casts a vote: writes its record. The same vote again is another record. Returns the exit code. */
export async function vote(options: VoteOptions, out: Console): Promise<number> {
  const reader = new LedgerReader(options.content);
  const voted = readVotedRelease(reader, options.product, options.release);
  const body = voteBody(options.because);
  if (body === '')
    throw new Fault('a vote needs its reason', { hint: 'Write --because "all suites passed".' });
  const castAt = momentOf(options.now);
  const runner = await ranBy(options.ranBy, options.content);
  const cast = commandVote(options, runner, castAt, voted);
  const found = { vote: cast, body, later: '', evidence: new Map<string, string>() };
  const [filed] = writeAllOrNothing(options.content, (transaction) =>
    fileVotes(transaction, options.content, voted, [found]),
  );
  return report(filed as FiledVote, voted, out);
}

function report({ vote: cast, path }: FiledVote, voted: VotedRelease, out: Console): number {
  if (out.json) out.result({ ...cast, path });
  out.say(`${voted.product} ${voted.version}: ${saidText(cast)}, ${boundText(cast)} [${path}]`);
  for (const doubt of doubtsOf(cast, voted)) out.say(`  ${doubt}`);
  return 0;
}

/** Why it may not count. Whether it does is judged later, by what the release and the roster are then. */
function doubtsOf(cast: Vote, voted: VotedRelease): string[] {
  const { held } = voterAt(voted.policy, cast.account, cast.castAt);
  const holds = held.some(
    ({ role, module }) => role.id === cast.role && (module === null || module === cast.module),
  );
  const known = commitsOf(voted);
  const isOther = cast.commit !== undefined && known.length > 0 && !known.includes(cast.commit);
  return [
    ...(holds ? [] : [`${cast.person} does not hold this role today: the vote will not count.`]),
    ...(isOther
      ? [`${cast.commit?.slice(0, 12)} is no commit of ${voted.version}, as far as it is known.`]
      : []),
  ];
}
