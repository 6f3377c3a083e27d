import { Fault, type Policy } from '../../../src/records/index.ts';
import { type ChannelDay, conversationOf, type PlacedMessage } from '../../parse/slack/conversation.ts';
import { parseDay } from '../../parse/slack/day.ts';
import {
  type Conversation,
  parseConversations,
  parseUsers,
  type SlackUser,
} from '../../parse/slack/lists.ts';
import type { SlackExportFolder } from '../../sources/slack/export-folder.ts';
import { textDigest } from '../../store/sealed-files.ts';

/** The channel that a product votes in, as an export has it. */
export interface SlackChannel {
  /** Without "#". */
  name: string;
  messages: PlacedMessage[];
  users: ReadonlyMap<string, SlackUser>;
  /** Files that were read, as "production/2026-02-03.json". */
  files: ReadonlySet<string>;
}

/** Reads the policy's channel. Throws a Fault where the policy names none, or the export has none of that name. */
export function readSlackChannel(folder: SlackExportFolder, policy: Policy): SlackChannel {
  const wanted = policy.voting.slackChannel?.replace(/^#/, '');
  if (wanted === undefined)
    throw new Fault(`the policy of ${policy.product} names no channel to read votes in`, {
      hint: 'Write "voting:" and below it "  slackChannel: production" into policy.md.',
    });
  const conversations = folder.lists().flatMap(parseConversations);
  const { id, name } = channelNamed(wanted, conversations);
  const users = parseUsers(folder.people());
  const place = folder.folderOf([name ?? id, id]);
  const days = place === null ? [] : folder.days(place).map((file) => readDay(folder, file));
  return {
    name: name ?? id,
    messages: conversationOf(days),
    users,
    files: new Set(days.map(({ file }) => file)),
  };
}

function readDay(folder: SlackExportFolder, file: string): ChannelDay {
  const day = folder.read(file);
  return { file, digest: textDigest(day.bytes), entries: parseDay(day) };
}

function channelNamed(wanted: string, conversations: readonly Conversation[]): Conversation {
  const found =
    conversations.find(({ name }) => name === wanted) ?? conversations.find(({ id }) => id === wanted);
  if (found !== undefined) return found;
  const names = conversations.flatMap(({ name }) => name ?? []).sort();
  throw new Fault(`the export has no channel "${wanted}"`, {
    hint:
      names.length === 0
        ? 'It has no channels at all.'
        : `It has ${names.slice(0, 50).join(', ')}${names.length > 50 ? ' and others' : ''}. The policy says which one under voting.slackChannel; private ones are only in an export of all conversations.`,
  });
}
