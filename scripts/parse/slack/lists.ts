import { z } from 'zod';
import { readJson } from '../report/json/json.ts';
import type { ReportFile } from '../report/parsed-report.ts';

/** A channel, a private group or a conversation, as an export lists it. */
export interface Conversation {
  id: string;
  /** Without "#"; direct messages have none. */
  name: string | null;
}

/** An account of the workspace. */
export interface SlackUser {
  /** The account's own name; null for one that has none. */
  name: string | null;
  isBot: boolean;
}

const Text = z.string().nullish();

const ConversationsSchema = z.array(z.object({ id: z.string().min(1), name: Text })).nullable();

const UsersSchema = z.array(
  z.object({
    id: z.string().min(1),
    name: Text,
    real_name: Text,
    is_bot: z.boolean().nullish(),
    profile: z.object({ real_name: Text, bot_id: Text }).nullish(),
  }),
);

/** Reads `channels.json`, `groups.json`, `mpims.json` or `dms.json`. Throws a Fault with file and line. */
export function parseConversations(file: ReportFile): Conversation[] {
  const { data } = readJson(file, ConversationsSchema);
  return (data ?? []).map(({ id, name }) => ({ id, name: filled(name) }));
}

/** Reads `users.json`, by id. Accounts that are deleted since are in it too. Throws a Fault with file and line. */
export function parseUsers(file: ReportFile): Map<string, SlackUser> {
  const { data } = readJson(file, UsersSchema);
  return new Map(
    data.map(({ id, name, real_name, is_bot, profile }) => [
      id,
      {
        name: filled(name) ?? filled(real_name) ?? filled(profile?.real_name),
        // "USLACKBOT" speaks for the workspace, and is no bot by its own word.
        isBot: is_bot === true || filled(profile?.bot_id) !== null || id === 'USLACKBOT',
      },
    ]),
  );
}

function filled(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
