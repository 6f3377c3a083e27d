import { escapeInline } from '../../../src/markdown/escape.ts';
import { SCHEMA_VERSION, type Vote } from '../../../src/records/index.ts';
import { foreignLine } from '../../parse/github/values.ts';
import { readBallot } from '../../parse/slack/ballot.ts';
import type { PlacedMessage } from '../../parse/slack/conversation.ts';
import { compareSlackTimes, slackInstant } from '../../parse/slack/instant.ts';
import { readMarkup, type SlackText } from '../../parse/slack/markup.ts';
import { type NamedBuilds, namedBuilds, namesNothing } from '../../parse/slack/named-builds.ts';
import { type SubjectTexts, speaksOf, subjectOf } from '../../parse/slack/subject.ts';
import type { Vocabulary } from '../../parse/slack/vocabulary.ts';
import { bindingOf } from './binding.ts';
import { type BodyPart, type FoundVote, firstWords, type NotTaken, voteBody } from './found-vote.ts';
import { voterAt } from './held-roles.ts';
import type { SlackChannel } from './slack-channel.ts';
import { type Seat, seatsOf } from './slack-seats.ts';
import { commitsOf, type VotedRelease } from './voted-release.ts';

/** What became of one message. */
export type MessageReading =
  | { is: 'votes'; found: FoundVote[] }
  | { is: 'not-taken'; notTaken: NotTaken }
  /** It votes on something else. */
  | { is: 'elsewhere' }
  | { is: 'nothing' };

/** What messages are read with. */
export interface SlackReading {
  voted: VotedRelease;
  vocabulary: Vocabulary;
  channel: SlackChannel;
}

/** A message with what its words say, and those of its call. */
interface Heard {
  message: PlacedMessage;
  said: SlackText;
  called: SlackText | null;
  builds: NamedBuilds;
  /** What the call names; null where it was changed after the vote, or there is none. */
  calledBuilds: NamedBuilds | null;
}

/** Reads one message. Reactions to it are never looked at: they carry no time. */
export function votesInMessage(message: PlacedMessage, reading: SlackReading): MessageReading {
  const heard = hear(message, reading);
  const ballot = readBallot(heard.said.spoken, reading.vocabulary);
  if (ballot.is === 'nothing') return ballot;
  const refuse = (because: string): MessageReading => ({
    is: 'not-taken',
    notTaken: refusal(heard, reading, because),
  });
  if (ballot.is === 'unclear') return isFar(heard, reading) ? { is: 'nothing' } : refuse(ballot.because);
  const subject = subjectOf(textsOf(heard, ballot, reading), reading.vocabulary);
  if (subject.is === 'other') return { is: 'elsewhere' };
  if (subject.is === 'unsure') return refuse(subject.because);
  if (message.user === null || isBot(message, reading)) return refuse('a bot said it');
  const account = { on: 'slack', id: message.user } as const;
  const voter = voterAt(reading.voted.policy, account, slackInstant(message.ts));
  const answer = seatsOf(ballot, voter, buildsOf(heard), reading.voted);
  if ('because' in answer) return refuse(answer.because);
  const person = voter.person ?? nameOf(message, reading);
  const found = answer.seats.map((seat) =>
    foundVote(heard, seat, { account, person, decision: ballot.decision }, reading),
  );
  return { is: 'votes', found };
}

function hear(message: PlacedMessage, { voted }: SlackReading): Heard {
  const said = readMarkup(message.text);
  const called = message.called === null ? null : readMarkup(message.called.text);
  const known = commitsOf(voted);
  return {
    message,
    said,
    called,
    builds: namedBuilds(said, known),
    calledBuilds: called === null || isChangedCall(message) ? null : namedBuilds(called, known),
  };
}

/** A call that was changed after a vote may have named something else when the vote was cast. */
function isChangedCall({ ts, called }: PlacedMessage): boolean {
  return called?.editedTs != null && compareSlackTimes(called.editedTs, ts) > 0;
}

function buildsOf({ builds, calledBuilds }: Heard): NamedBuilds {
  return namesNothing(builds) ? (calledBuilds ?? builds) : builds;
}

function textsOf(
  { said, called, builds, calledBuilds }: Heard,
  ballot: SubjectTexts['ballot'],
  { voted }: SlackReading,
): SubjectTexts {
  const named = [...builds.commits, ...(calledBuilds?.commits ?? [])];
  const digests = [...builds.digests, ...(calledBuilds?.digests ?? [])];
  const namesBuild = voted.modules.some(
    ({ commits, digest }) =>
      commits.some((commit) => named.includes(commit)) || (digest !== null && digests.includes(digest)),
  );
  return { ballot, spoken: said.spoken, called: called?.spoken ?? null, namesBuild };
}

/** Words about voting that name neither product nor version are of no interest where they are not clear. */
function isFar({ said, called }: Heard, { vocabulary }: SlackReading): boolean {
  return !speaksOf([said.spoken, called?.spoken ?? ''], vocabulary);
}

function isBot({ user, isBot: signed }: PlacedMessage, { channel }: SlackReading): boolean {
  return signed || channel.users.get(user ?? '')?.isBot === true;
}

/** The account's own name, for a person whom the roster does not know. */
function nameOf({ user }: PlacedMessage, { channel }: SlackReading): string {
  return foreignLine(channel.users.get(user ?? '')?.name ?? '') || (user ?? 'a bot');
}

function foundVote(
  heard: Heard,
  { role, module, target }: Seat,
  by: Pick<Vote, 'account' | 'person' | 'decision'>,
  { voted, channel }: SlackReading,
): FoundVote {
  const { ts, editedTs, file, digest, called } = heard.message;
  return {
    vote: {
      schema: SCHEMA_VERSION,
      product: voted.product,
      version: voted.version,
      role,
      ...(module !== null && { module }),
      person: by.person,
      account: by.account,
      decision: by.decision,
      castAt: slackInstant(ts),
      ...(editedTs !== null && { editedAt: slackInstant(editedTs) }),
      ...bindingOf(target, heard.builds, heard.calledBuilds),
      source: { kind: 'slack', channel: channel.name, ts, file, digest },
    },
    body: voteBody(heard.said.readable, callOf(heard)),
    later: '',
    evidence: new Map([[digest, file], ...(called === null ? [] : [[called.digest, called.file] as const])]),
  };
}

/** The call is part of what was said: an answer of one word is about what the call names. */
function callOf({ message, called: text }: Heard): BodyPart[] {
  const { called } = message;
  if (called === null || text === null) return [];
  const place = escapeInline(`\`${called.ts}\` in \`${called.file}\``);
  const later = isChangedCall(message) ? ' It was changed after this answer, and binds nothing.' : '';
  const sentence = `The message ${place} (${called.digest}).${later}`;
  return [{ heading: 'In answer to', sentence, text: text.readable }];
}

function refusal({ message, said }: Heard, reading: SlackReading, because: string): NotTaken {
  const { person } =
    message.user === null
      ? { person: null }
      : voterAt(reading.voted.policy, { on: 'slack', id: message.user }, slackInstant(message.ts));
  return {
    who: person ?? nameOf(message, reading),
    at: slackInstant(message.ts),
    where: `${message.file} ${message.ts}`,
    text: firstWords(said.readable),
    because,
  };
}
