import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../../../src/records/index.ts';
import type { ReportFile } from '../../parse/report/parsed-report.ts';

/** Lists of conversations in an export; which of them are there depends on who made it. */
const LISTS = ['channels.json', 'groups.json', 'mpims.json', 'dms.json'] as const;
/** An export of several workspaces calls the list of people otherwise. */
const PEOPLE = ['users.json', 'org_users.json'] as const;

/** A Slack export that was unpacked into a folder. Reads files of it, and nothing outside of it. */
export class SlackExportFolder {
  private readonly folder: string;

  /** Throws a Fault where the folder is not there or is no export. */
  constructor(folder: string) {
    this.folder = folder;
    const stat = fs.statSync(folder, { throwIfNoEntry: false });
    if (stat === undefined)
      throw new Fault(`there is no folder ${folder}`, { hint: 'Give --slack an unpacked export.' });
    if (!stat.isDirectory())
      throw new Fault(`${folder} is no folder`, { hint: 'Unpack the export, and give --slack its folder.' });
    if (this.lists().length === 0)
      throw new Fault(`${folder} is no Slack export: it has none of ${LISTS.join(', ')}`, {
        hint: 'Give --slack the folder that holds channels.json.',
      });
  }

  /** The lists of conversations that there are. */
  lists(): ReportFile[] {
    return LISTS.flatMap((name) => (this.has(name) ? this.read(name) : []));
  }

  /** The list of people. Throws a Fault where it is missing: without it bots cannot be told from people. */
  people(): ReportFile {
    const name = PEOPLE.find((file) => this.has(file));
    if (name !== undefined) return this.read(name);
    throw new Fault(`the export has no ${PEOPLE[0]}`, { place: { file: path.join(this.folder, PEOPLE[0]) } });
  }

  /** Files of a channel, a day each, in order. What else stands there, such as canvases, holds no messages. */
  days(conversation: string): string[] {
    return fs
      .readdirSync(path.join(this.folder, conversation))
      .filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name))
      .sort()
      .map((name) => `${conversation}/${name}`);
  }

  /** The folder of a conversation, which goes by its name or its id; null where the export holds no message of it. */
  folderOf(names: readonly string[]): string | null {
    const folders = fs
      .readdirSync(this.folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    return names.find((name) => folders.includes(name)) ?? null;
  }

  /** A file's bytes. Faults about it name its whole path. */
  read(file: string): ReportFile {
    const name = path.join(this.folder, file);
    try {
      return { name, bytes: fs.readFileSync(name) };
    } catch (cause) {
      throw new Fault(`the file cannot be read: ${(cause as Error).message}`, {
        place: { file: name },
        cause,
      });
    }
  }

  private has(file: string): boolean {
    return fs.existsSync(path.join(this.folder, file));
  }
}
