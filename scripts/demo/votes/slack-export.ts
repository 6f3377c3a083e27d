import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DossierReader } from '../../store/dossier-reader.ts';
import { LedgerReader } from '../../store/read.ts';
import { minutesAfter } from '../reports/moments.ts';
import type { SampleConversation, SampleMessage } from './conversation.ts';
import { CONVERSATIONS } from './conversations.ts';
import { SLACK_PEOPLE, slackIdOf } from './slack-people.ts';

const CHANNEL = { id: 'C02PROD', name: 'production' };

interface Entry {
  day: string;
  message: { ts: string };
}

/** Writes the workspace's export: lists of channels and people, and a file for each day of the channel. */
export async function writeSlackExport(content: string, folder: string): Promise<void> {
  const reader = new LedgerReader(content);
  const days = Map.groupBy(
    CONVERSATIONS.flatMap((conversation) => entriesOf(conversation, reader)),
    ({ day }) => day,
  );
  await mkdir(path.join(folder, CHANNEL.name), { recursive: true });
  await writeJson(path.join(folder, 'channels.json'), [{ ...CHANNEL, created: 1_757_000_000 }]);
  await writeJson(path.join(folder, 'users.json'), users());
  for (const [day, entries] of days) {
    const messages = entries.map(({ message }) => message).sort((a, b) => (a.ts < b.ts ? -1 : 1));
    await writeJson(path.join(folder, CHANNEL.name, `${day}.json`), messages);
  }
}

function writeJson(file: string, value: unknown): Promise<void> {
  return writeFile(file, `${JSON.stringify(value, null, 1)}\n`);
}

function users(): object[] {
  return Object.values(SLACK_PEOPLE).map(({ id, name }) => ({
    id,
    name: name.toLowerCase().replace(' ', '.'),
    real_name: name,
    is_bot: false,
  }));
}

function entriesOf(conversation: SampleConversation, reader: LedgerReader): Entry[] {
  const { call, answers, beside = [], product, version } = conversation;
  const rootTs = timeOf(call);
  const words = (message: SampleMessage): string => filledIn(message.text, product, version, reader);
  return [
    entry(call, words(call), answers.length > 0 ? rootTs : null),
    ...answers.map((answer) => entry(answer, words(answer), rootTs)),
    ...beside.map((message) => entry(message, words(message), null)),
  ];
}

function entry(message: SampleMessage, text: string, thread: string | null): Entry {
  const { at, by, editedAfter, reactions = {} } = message;
  const user = slackIdOf(by);
  const edited = editedAfter === undefined ? null : seconds(minutesAfter(at, editedAfter));
  const faces = Object.entries(reactions).map(([name, people]) => ({
    name,
    users: people.map(slackIdOf),
    count: people.length,
  }));
  return {
    day: at.slice(0, 10),
    message: {
      ...{ type: 'message', user, text, ts: timeOf(message) },
      ...(thread !== null && { thread_ts: thread }),
      ...(edited !== null && { edited: { user, ts: `${edited}.000000` } }),
      ...(faces.length > 0 && { reactions: faces }),
    },
  };
}

/** Slack's counter keeps messages of the same second apart: here by who wrote them. */
function timeOf({ at, by }: SampleMessage): string {
  const counter = Object.keys(SLACK_PEOPLE).indexOf(by) + 1;
  return `${seconds(at)}.${String(counter * 100).padStart(6, '0')}`;
}

function seconds(at: string): number {
  return Date.parse(at) / 1000;
}

const SHORT = 12;

function filledIn(text: string, product: string, version: string, reader: LedgerReader): string {
  return text.replace(/\{(before:)?([a-z-]+)\}/g, (_mark, before: string | undefined, id: string) => {
    const commit =
      before === undefined ? commitOf(id, product, version, reader) : beforeOf(id, product, version, reader);
    return before === undefined ? commit.slice(0, SHORT) : commit;
  });
}

function commitOf(id: string, product: string, version: string, reader: LedgerReader): string {
  const released = reader.release(product, version)?.modules.find((module) => module.id === id)?.commit;
  const commit =
    released ??
    new DossierReader(reader.content, product, version)
      .opening()
      ?.data.modules?.find((module) => module.id === id)?.commit;
  if (commit == null) throw new Error(`${product} ${version} has no commit of ${id}`);
  return commit;
}

function beforeOf(id: string, product: string, version: string, reader: LedgerReader): string {
  const module = reader.release(product, version)?.modules.find((each) => each.id === id);
  if (module?.previous == null) throw new Error(`${product} ${version} has nothing before it of ${id}`);
  return module.previous.commit;
}
