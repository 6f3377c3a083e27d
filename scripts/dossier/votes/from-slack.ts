import { escapeInline } from '../../../src/markdown/escape.ts';
import { SCHEMA_VERSION, type Vote } from '../../../src/records/index.ts';
import { foreignLine } from '../../parse/github/values.ts';
import { type Ballot, readBallot } from '../../parse/slack/ballot.ts';
import type { PlacedMessage } from '../../parse/slack/conversation.ts';
import { slackInstant } from '../../parse/slack/instant.ts';
import { speaksOf } from '../../parse/slack/subject.ts';
import type { Vocabulary } from '../../parse/slack/vocabulary.ts';
import { bindingOf } from './binding.ts';
import { type BodyPart, type FoundVote, firstWords, type NotTaken, voteBody } from './found-vote.ts';
import { buildsOf, type HeardMessage, hear, isCallChanged, subjectOfVote, wordsOf } from './heard-message.ts';
import { voterAt } from './held-roles.ts';
import type { SlackChannel } from './slack-channel.ts';
import { type Seat, seatsOf } from './slack-seats.ts';
import type { VotedRelease } from './voted-release.ts';

/** What became of one message. */
export type MessageReading =
  | { is: 'votes'; found: FoundVote[] }
  /** Vague is one that may have been meant for another release. */
  | { is: 'not-taken'; notTaken: NotTaken; isVague: boolean }
  /** It votes on something else. */
  | { is: 'elsewhere' }
  | { is: 'nothing' };

/** What messages are read with. */
export interface SlackReading {
  voted: VotedRelease;
  vocabulary: Vocabulary;
  channel: SlackChannel;
}

/** Reads one message. Reactions to it are never looked at: they carry no time. */
export function votesInMessage(message: PlacedMessage, reading: SlackReading): MessageReading {
  const { voted, vocabulary } = reading;
  const heard = hear(message, voted);
  const ballot = readBallot(heard.said.spoken, vocabulary);
  if (ballot.is === 'nothing') return ballot;
  if (ballot.is === 'unclear') {
    // Words about voting that name neither product nor version are small talk.
    const isNear = speaksOf(wordsOf(heard), vocabulary);
    return isNear ? refused(heard, reading, ballot.because, true) : { is: 'nothing' };
  }
  const subject = subjectOfVote(heard, ballot, voted, vocabulary);
  if (subject.is === 'other') return { is: 'elsewhere' };
  if (subject.is === 'unsure') return refused(heard, reading, subject.because, true);
  return castVotes(heard, ballot, reading);
}

/** The votes of a message that clearly votes on this release. */
function castVotes(
  heard: HeardMessage,
  ballot: Ballot & { is: 'vote' },
  reading: SlackReading,
): MessageReading {
  const { message } = heard;
  if (message.user === null || isBot(message, reading)) return refused(heard, reading, 'a bot said it');
  const account = { on: 'slack', id: message.user } as const;
  const voter = voterAt(reading.voted.policy, account, slackInstant(message.ts));
  const answer = seatsOf(ballot, voter, buildsOf(heard), reading.voted);
  if ('because' in answer) return refused(heard, reading, answer.because);
  const by = { account, person: voter.person ?? nameOf(message, reading), decision: ballot.decision };
  return { is: 'votes', found: answer.seats.map((seat) => foundVote(heard, seat, by, reading)) };
}

function isBot({ user, isBot: signed }: PlacedMessage, { channel }: SlackReading): boolean {
  return signed || channel.users.get(user ?? '')?.isBot === true;
}

/** The account's own name, for a person whom the roster does not know. */
function nameOf({ user }: PlacedMessage, { channel }: SlackReading): string {
  return foreignLine(channel.users.get(user ?? '')?.name ?? '') || (user ?? 'a bot');
}

function foundVote(
  heard: HeardMessage,
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
      ...by,
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
function callOf({ message, called: text }: HeardMessage): BodyPart[] {
  const { called } = message;
  if (called === null || text === null) return [];
  const place = escapeInline(`\`${called.ts}\` in \`${called.file}\``);
  const later = isCallChanged(message) ? ' It was changed after this answer, and binds nothing.' : '';
  const sentence = `The message ${place} (${called.digest}).${later}`;
  return [{ heading: 'In answer to', sentence, text: text.readable }];
}

function refused(
  { message, said }: HeardMessage,
  reading: SlackReading,
  because: string,
  isVague = false,
): MessageReading {
  const at = slackInstant(message.ts);
  const account = { on: 'slack', id: message.user ?? '' } as const;
  const { person } = voterAt(reading.voted.policy, account, at);
  const where = `${message.file} ${message.ts}`;
  const who = person ?? nameOf(message, reading);
  return { is: 'not-taken', notTaken: { who, at, where, text: firstWords(said.readable), because }, isVague };
}
