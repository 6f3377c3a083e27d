import type { SlackEntry, SlackMessage } from './day.ts';
import { compareSlackTimes } from './instant.ts';

/** Where a message stands in an export. */
export interface MessagePlace {
  /** As "production/2026-02-03.json". */
  file: string;
  /** "sha256:…" of that file's bytes. */
  digest: string;
}

/** A message with its place, and the one that it answers. */
export interface PlacedMessage extends SlackMessage, MessagePlace {
  called: (SlackMessage & MessagePlace) | null;
}

/** One file of a channel. */
export interface ChannelDay extends MessagePlace {
  entries: readonly SlackEntry[];
}

/**
 * A channel's messages in the order of their times. What later entries say of a message (edited, deleted) is told at
 * the message; answers get their root, whichever day it is of.
 */
export function conversationOf(days: readonly ChannelDay[]): PlacedMessage[] {
  const placed = new Map<string, SlackMessage & MessagePlace>();
  const entries = days.flatMap(({ file, digest, entries: of }) =>
    of.map(({ kind, message }) => ({ kind, message: { ...message, file, digest } })),
  );
  for (const { kind, message } of entries)
    if (kind === 'message' && !placed.has(keyOf(message))) placed.set(keyOf(message), message);
  for (const { kind, message } of entries) if (kind === 'change') change(placed, message);
  const messages = [...placed.values()];
  const byTs = new Map(messages.map((message) => [message.ts, message]));
  return messages
    .map((message) => ({ ...message, called: calledBy(message, byTs) }))
    .sort((a, b) => compareSlackTimes(a.ts, b.ts));
}

/** A time is one message's alone in Slack; other tools that write exports may not keep to it. */
function keyOf({ ts, user }: SlackMessage): string {
  return `${ts} ${user}`;
}

function change(
  placed: Map<string, SlackMessage & MessagePlace>,
  changed: SlackMessage & MessagePlace,
): void {
  const known = placed.get(keyOf(changed));
  const { editedTs } = changed;
  const isDeleted = changed.isDeleted || known?.isDeleted === true;
  placed.set(keyOf(changed), { ...(known ?? changed), editedTs, isDeleted });
}

/** A root that the export leaves out (it may start later) can be in the answer itself. */
function calledBy(
  message: SlackMessage & MessagePlace,
  byTs: ReadonlyMap<string, SlackMessage & MessagePlace>,
): PlacedMessage['called'] {
  if (message.rootTs === null) return null;
  const { file, digest, root } = message;
  return byTs.get(message.rootTs) ?? (root === null ? null : { ...root, file, digest });
}
