import type { Ballot } from '../../parse/slack/ballot.ts';
import type { PlacedMessage } from '../../parse/slack/conversation.ts';
import { compareSlackTimes } from '../../parse/slack/instant.ts';
import { readMarkup, type SlackText } from '../../parse/slack/markup.ts';
import { type NamedBuilds, namedBuilds, namesNothing } from '../../parse/slack/named-builds.ts';
import { type Subject, subjectOf } from '../../parse/slack/subject.ts';
import type { Vocabulary } from '../../parse/slack/vocabulary.ts';
import { commitsOf, type VotedRelease } from './voted-release.ts';

/** A message with what its words say, and those of the call that it answers. */
export interface HeardMessage {
  message: PlacedMessage;
  said: SlackText;
  called: SlackText | null;
  builds: NamedBuilds;
  /** What the call names; null where it was changed after the vote, or there is none. */
  calledBuilds: NamedBuilds | null;
}

/** Takes a message's text apart. */
export function hear(message: PlacedMessage, voted: VotedRelease): HeardMessage {
  const said = readMarkup(message.text);
  const called = message.called === null ? null : readMarkup(message.called.text);
  const known = commitsOf(voted);
  return {
    message,
    said,
    called,
    builds: namedBuilds(said, known),
    calledBuilds: called === null || isCallChanged(message) ? null : namedBuilds(called, known),
  };
}

/** A call that was changed after a vote may have named something else when the vote was cast. */
export function isCallChanged({ ts, called }: PlacedMessage): boolean {
  return called?.editedTs != null && compareSlackTimes(called.editedTs, ts) > 0;
}

/** The builds that a vote is about: its own, else its call's. */
export function buildsOf({ builds, calledBuilds }: HeardMessage): NamedBuilds {
  return namesNothing(builds) ? (calledBuilds ?? builds) : builds;
}

/** What its author and its call say, the nearest first. */
export function wordsOf({ said, called }: HeardMessage): string[] {
  return [said.spoken, called?.spoken ?? ''];
}

/** Whether a vote is about the release. */
export function subjectOfVote(
  heard: HeardMessage,
  ballot: Ballot & { is: 'vote' },
  voted: VotedRelease,
  vocabulary: Vocabulary,
): Subject {
  const { said, called } = heard;
  const namesBuild = namesAny(heard.builds, voted) || namesAny(heard.calledBuilds, voted);
  return subjectOf({ ballot, spoken: said.spoken, called: called?.spoken ?? null, namesBuild }, vocabulary);
}

function namesAny(builds: NamedBuilds | null, { modules }: VotedRelease): boolean {
  return modules.some(
    ({ commits, digest }) =>
      commits.some((commit) => builds?.commits.includes(commit)) ||
      (digest !== null && builds?.digests.includes(digest)),
  );
}
