import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as records from '../../src/records/index.ts';
import { commandReference } from './command-reference.ts';
import { linedJson } from './lined-json.ts';
import { recordReference } from './records/record-reference.ts';
import { withVerbTable } from './verb-table.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A file that is made of what the code says of itself. */
export interface WrittenFile {
  file: string;
  text: string;
}

/** The files that repeat what verbs and schemas say, as they should be now. */
export function writtenReference(): WrittenFile[] {
  const commands = commandReference();
  const readme = path.join(ROOT, 'README.md');
  return [
    { file: path.join(ROOT, 'src/guide/commands.json'), text: linedJson(commands) },
    {
      file: path.join(ROOT, 'src/guide/records.json'),
      text: linedJson(recordReference(records, path.join(ROOT, 'src/records'))),
    },
    { file: readme, text: withVerbTable(readFileSync(readme, 'utf8'), commands, readme) },
  ];
}
