import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { COMMITS } from './voted.ts';

/** A message of an export, as a test tells it. */
export interface ExportedMessage {
  /** The account; "U02" and capitals. */
  user?: string;
  text?: string;
  /** As "2026-02-03 10:00" in UTC; the counter behind it tells messages of one minute apart. */
  at: string;
  /** The time of the message that it answers. */
  answers?: string;
  /** Fields as Slack writes them. */
  more?: Record<string, unknown>;
}

/** Slack's own name of a message of a test. */
export function slackTs(at: string): string {
  return `${Date.parse(`${at.replace(' ', 'T')}:00Z`) / 1000}.000100`;
}

/** A Slack export in a folder, with the channel "production" and one that nobody votes in. */
export class SlackExport {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    this.file('channels.json', [
      { id: 'C02RANDOM', name: 'random', members: [] },
      { id: 'C02PROD', name: 'production', members: ['U02QUINN', 'U02SAM'] },
    ]);
    this.file('groups.json', [{ id: 'G02CLOSED', name: 'closed-room' }]);
    this.file('dms.json', [{ id: 'D02', members: ['U02QUINN', 'U02SAM'] }]);
    this.file('users.json', [
      { id: 'U02QUINN', name: 'quinn', is_bot: false, profile: { email: 'quinn@example.com' } },
      { id: 'U02SAM', name: 'sam', deleted: true },
      { id: 'U02STRAY', name: 'Stray "Cat" <b>' },
      { id: 'U02CI', name: 'ci', is_bot: true },
      { id: 'U02NAMELESS', profile: null },
    ]);
  }

  /** Writes the channel's messages, a file for each day. */
  write(messages: readonly ExportedMessage[], channel = 'production'): this {
    const days = Map.groupBy(messages, ({ at }) => at.slice(0, 10));
    for (const [day, of] of days) this.file(`${channel}/${day}.json`, of.map(entryOf));
    return this;
  }

  /** Writes any file of the export. */
  file(name: string, value: unknown): this {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value, null, 4));
    return this;
  }
}

function entryOf({ user = 'U02QUINN', text = '', at, answers, more = {} }: ExportedMessage): unknown {
  const thread = answers === undefined ? {} : { thread_ts: slackTs(answers), parent_user_id: 'U02SAM' };
  return { type: 'message', user, text, ts: slackTs(at), ...thread, ...more };
}

/** A call for votes that names the commit of each module of the opened release. */
export const CALL: ExportedMessage = {
  user: 'U02NOOR',
  at: '2026-02-03 09:00',
  text: `GO/NO-GO for core 1.12.0 by 16:00\ncore ${COMMITS.core}\ncore-api ${COMMITS.api} core-web ${COMMITS.web}`,
};

/** A message of Quinn, an hour after the call. */
export function message(text: string, more: Partial<ExportedMessage> = {}): ExportedMessage {
  return { at: '2026-02-03 10:00', text, ...more };
}

/** The same, in answer to the call. */
export function answer(text: string, more: Partial<ExportedMessage> = {}): ExportedMessage {
  return message(text, { answers: CALL.at, ...more });
}
