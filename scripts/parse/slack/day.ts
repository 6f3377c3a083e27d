import { z } from 'zod';
import { readJson } from '../report/json/json.ts';
import type { ReportFile } from '../report/parsed-report.ts';

/** A message as one file of an export has it. */
export interface SlackMessage {
  /** Its name and its time, as Slack writes it. */
  ts: string;
  /** The account that wrote it; null for one that only a bot signs. */
  user: string | null;
  isBot: boolean;
  /** In Slack's markup. What the message says now: an export does not keep what it said before. */
  text: string;
  /** When it was changed last. */
  editedTs: string | null;
  /** It was taken away; `editedTs` says when. */
  isDeleted: boolean;
  /** The message that its thread hangs from, where it is an answer. */
  rootTs: string | null;
  /** The root as the answer itself carries it, which some answers do. */
  root: SlackMessage | null;
}

/** What one entry of a day's file tells: a message, or that an earlier one is not any more what it was. */
export type SlackEntry = { kind: 'message' | 'change'; message: SlackMessage };

const Text = z.string().nullish();
const Ts = z.string().regex(/^\d+\.\d+$/, 'expected a Slack time such as "1738578600.000100"');

const SpokenSchema = z.object({
  ts: Ts,
  subtype: Text,
  user: Text,
  bot_id: Text,
  text: Text,
  thread_ts: Text,
  edited: z.object({ ts: Text }).nullish(),
});

type Spoken = z.infer<typeof SpokenSchema>;

const EntrySchema = SpokenSchema.extend({
  root: SpokenSchema.nullish().catch(null),
  message: SpokenSchema.nullish(),
  previous_message: SpokenSchema.nullish(),
  original: SpokenSchema.nullish(),
});

type Entry = z.infer<typeof EntrySchema>;

/** What people say has no subtype or one of these; "channel_topic" and its like are the workspace's words. */
const PEOPLES = new Set(['', 'thread_broadcast', 'me_message', 'bot_message', 'file_share']);

/** Reads one day of a channel, `2026-02-03.json`. Throws a Fault with file, line and field for a damaged one. */
export function parseDay(file: ReportFile): SlackEntry[] {
  const { data } = readJson(file, z.array(EntrySchema));
  return data.flatMap((entry) => entryOf(entry) ?? []);
}

function entryOf(entry: Entry): SlackEntry | null {
  const subtype = entry.subtype ?? '';
  if (subtype === 'message_changed') return changeOf(entry, entry.message ?? null);
  if (subtype === 'message_deleted' || subtype === 'tombstone') return changeOf(entry, null);
  return PEOPLES.has(subtype) ? { kind: 'message', message: messageOf(entry, entry.root ?? null) } : null;
}

/** An event that replaces or takes away a message: what was said before is what was cast, where it is told. */
function changeOf(entry: Entry, now: Spoken | null): SlackEntry | null {
  const before = entry.previous_message ?? entry.original ?? null;
  const isDeleted = now === null || now.subtype === 'tombstone';
  const said = before ?? now;
  // A tombstone stands in the place of what nobody can read any more.
  if (said === null) return entry.subtype === 'tombstone' ? deletedOf(entry) : null;
  const editedTs = isDeleted ? entry.ts : (now.edited?.ts ?? entry.ts);
  return { kind: 'change', message: { ...messageOf(said, null), ts: said.ts, editedTs, isDeleted } };
}

function deletedOf(entry: Entry): SlackEntry {
  const message = messageOf(entry, null);
  return { kind: 'change', message: { ...message, text: '', editedTs: entry.ts, isDeleted: true } };
}

function messageOf(said: Spoken, root: Spoken | null): SlackMessage {
  const { ts, user, text, thread_ts, edited } = said;
  const isAnswer = thread_ts != null && thread_ts !== '' && thread_ts !== ts;
  return {
    ts,
    user: user ?? null,
    isBot: (said.bot_id ?? '') !== '' || said.subtype === 'bot_message',
    text: text ?? '',
    // An edit without its time is one all the same.
    editedTs: edited == null ? null : (edited.ts ?? ts),
    isDeleted: false,
    rootTs: isAnswer ? thread_ts : null,
    root: root === null ? null : messageOf(root, null),
  };
}
