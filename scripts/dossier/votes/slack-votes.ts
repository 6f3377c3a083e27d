import { vocabularyOf } from '../../parse/slack/vocabulary.ts';
import type { LedgerReader } from '../../store/read.ts';
import type { FoundVote, NotTaken } from './found-vote.ts';
import { votesInMessage } from './from-slack.ts';
import type { SlackChannel } from './slack-channel.ts';
import type { VotedRelease } from './voted-release.ts';

/** What a channel holds for a release. */
export interface SlackFindings {
  found: FoundVote[];
  notTaken: NotTaken[];
  /** Votes on other releases and products. */
  elsewhere: number;
}

/** Reads all messages of a channel for one release. */
export function votesInChannel(
  channel: SlackChannel,
  voted: VotedRelease,
  reader: LedgerReader,
): SlackFindings {
  const reading = { voted, channel, vocabulary: vocabularyOf(topicsOf(voted, reader)) };
  const since = lastReleaseBefore(voted, reader);
  const read = channel.messages.map((message) => votesInMessage(message, reading));
  return {
    found: read.flatMap((message) => (message.is === 'votes' ? message.found : [])),
    notTaken: read.flatMap((message) =>
      message.is === 'not-taken' && (!message.isVague || isNear(message.notTaken.at, since, voted))
        ? message.notTaken
        : [],
    ),
    elsewhere: read.filter(({ is }) => is === 'elsewhere').length,
  };
}

function topicsOf({ product, version, policy, modules }: VotedRelease, reader: LedgerReader) {
  const called = (id: string) => ({ id, names: [reader.product(id)?.name ?? ''] });
  const others = reader.products().filter((id) => id !== product);
  return {
    version,
    otherVersions: reader.versions(product).filter((other) => other !== version),
    product: called(product),
    otherProducts: others.map(called),
    roles: policy.roles.map(({ id, name }) => ({ id, names: [name] })),
    modules: modules.map(({ id }) => id),
  };
}

const DAY = 24 * 60 * 60 * 1000;
const DAYS_AFTER = 7;

/**
 * Whether what could not be read as a vote may have been meant for this release, by its time: else each collection of a
 * daily release would tell again of every other day. What clearly votes on this release is told whenever it was said.
 */
function isNear(at: string, since: string | null, { release }: VotedRelease): boolean {
  const until = release === null ? Number.POSITIVE_INFINITY : Date.parse(release.date) + DAYS_AFTER * DAY;
  return (since === null || at >= since) && Date.parse(at) <= until;
}

function lastReleaseBefore({ product, release, opening }: VotedRelease, reader: LedgerReader): string | null {
  const previous = release?.previous ?? null;
  if (previous !== null) return reader.release(product, previous)?.date ?? null;
  return release === null ? (opening?.openedAt ?? null) : null;
}
