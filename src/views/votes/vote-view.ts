import { spelledOut } from '../../markdown/harmless.ts';
import { renderBlocks } from '../../markdown/render.ts';
import type { VoteSource } from '../../records/vote.ts';
import type { CountedVote } from '../../verdict/standing-votes.ts';
import {
  codePart,
  type FactPart,
  type FactView,
  factsOf,
  linkPart,
  textPart,
  timePart,
} from '../fact-view.ts';
import type { MarkView } from '../mark-view.ts';
import { anchorOf } from '../record-anchor.ts';
import { momentOf, type TimeView } from '../time-view.ts';
import { plainTimes } from '../verdict/plain-times.ts';
import { DECISION_WORDS, STATE_MARKS, VOTES } from '../vote-texts.ts';

/** What somebody said with a vote: as it reads, or as it stands where it is long. */
export type ArgumentView = { is: 'none' } | { is: 'html'; html: string } | { is: 'text'; text: string };

/** Characters of an argument that is set as it reads: a long one could fill the page. */
const LONG = 1500;

/** A vote in a cell of the matrix. */
export interface VoteChip {
  anchor: string;
  person: string;
  decision: MarkView;
  state: MarkView;
  at: TimeView;
  commit: string | null;
  digest: string | null;
}

/** A vote with everything that is known of it. */
export interface VoteView extends VoteChip {
  role: string;
  facts: FactView[];
  argument: ArgumentView;
  path: string;
}

/** A vote in short. */
export function voteChip(counted: CountedVote, timeZone: string): VoteChip {
  const { vote, person } = counted;
  const state = STATE_MARKS[stateOf(counted)];
  return {
    anchor: anchorOf('vote', vote.path),
    person: spelledOut(person ?? vote.data.person),
    decision: { ...DECISION_WORDS[vote.data.decision], kind: tone(counted) },
    state,
    at: momentOf(vote.data.castAt, timeZone),
    commit: vote.data.commit ?? null,
    digest: vote.data.digest ?? null,
  };
}

/** A vote whole. `roleName` is the role as people call it. */
export function voteView(counted: CountedVote, roleName: string, timeZone: string): VoteView {
  const { vote, module } = counted;
  const { data } = vote;
  const chip = voteChip(counted, timeZone);
  const words = VOTES.facts;
  return {
    ...chip,
    role: module === null ? roleName : `${roleName} ${VOTES.module(module)}`,
    facts: factsOf(
      [words.state, { is: 'mark', mark: chip.state }],
      [words.because, becauseOf(counted, timeZone)],
      [words.at, timePart(chip.at)],
      [words.edited, data.editedAt === undefined ? undefined : timePart(momentOf(data.editedAt, timeZone))],
      [words.commit, data.commit === undefined ? undefined : codePart(data.commit)],
      [words.digest, data.digest === undefined ? undefined : codePart(data.digest)],
      [words.account, textPart(VOTES.account(spelledOut(data.account.id), data.account.on))],
      [words.source, sourceParts(data.source)],
    ),
    argument: argumentView(vote.body),
    path: vote.path,
  };
}

function argumentView(body: string): ArgumentView {
  const text = body.trim();
  if (text === '') return { is: 'none' };
  return text.length > LONG
    ? { is: 'text', text: spelledOut(text) }
    : { is: 'html', html: renderBlocks(text, { level: 4 }) };
}

function becauseOf({ because, replacedBy }: CountedVote, timeZone: string): FactPart | undefined {
  if (replacedBy !== null)
    return textPart(VOTES.facts.replaced(momentOf(replacedBy.vote.data.castAt, timeZone).shown));
  return because === '' ? undefined : textPart(plainTimes(spelledOut(because), timeZone));
}

/** A vote in one line, for those that have no room on a page. */
export function voteLine(counted: CountedVote): string {
  const { person, decision, state, at } = voteChip(counted, 'UTC');
  return [at.shown, person, counted.vote.data.role, decision.text, state.text].join('  ');
}

function stateOf({ state, vote, replacedBy }: CountedVote): keyof typeof STATE_MARKS {
  if (state !== 'valid') return state;
  if (vote.data.decision === 'abstain') return 'abstained';
  return replacedBy === null ? 'valid' : 'replaced';
}

/** Only a vote that counts has the colour of what it says. */
function tone(counted: CountedVote): MarkView['kind'] {
  if (stateOf(counted) !== 'valid') return 'quiet';
  return counted.vote.data.decision === 'go' ? 'good' : 'danger';
}

function sourceParts(source: VoteSource): FactPart[] {
  const words = VOTES.sources;
  if (source.kind === 'github-review') return [linkPart(words['github-review'], source.url)];
  if (source.kind === 'command') return [textPart(words.command(spelledOut(source.ranBy)))];
  const { channel, ts, file, digest } = source;
  return [
    textPart(`${words.slack(spelledOut(channel), ts)}, ${VOTES.slackFile(spelledOut(file))}`),
    codePart(digest),
  ];
}
