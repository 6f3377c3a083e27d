import { readPlainMarkdown, saysToday } from '../../src/markdown/front-matter.ts';
import { asOfToday, isFields, isOlder, type PlainFields, type RecordKind } from '../../src/records/index.ts';
import { replaceFields } from './front-matter-edit.ts';
import { smallestEdit } from './smallest-edit.ts';
import type { Yaml } from './yaml-lines.ts';

const HEAD = /^(\uFEFF?---\r?\n)([\s\S]*?\r?\n)(---[ \t]*(?:\r?\n|$))/;

/**
 * The text of a markdown record as the newest format has it: whoever edits a record edits this. Only what the formats
 * changed is another. Throws a Fault for one that cannot be read, or is of a newer format.
 */
export function currentText(text: string, kind: RecordKind, file: string): string {
  if (saysToday(text)) return text;
  const { data, body } = readPlainMarkdown(text, file);
  if (!isFields(data) || !isOlder(data)) return text;
  const today = asOfToday(kind, { data, body }, file);
  const head = text.slice(0, text.length - body.length);
  return `${withFields(head, data, today.data)}${today.body}`;
}

function withFields(head: string, before: PlainFields, after: PlainFields): string {
  const [whole = '', open = '', yaml = '', close = ''] = HEAD.exec(head) ?? [];
  const [from, to] = [before, after] as { [key: string]: Yaml | undefined }[];
  const edited = smallestEdit(yaml, from ?? {}, to ?? {});
  if (edited !== null) return `${open}${edited}${close}${head.slice(whole.length)}`;
  const gone = Object.keys(before).filter((key) => !(key in after));
  return replaceFields(head, from ?? {}, {
    ...to,
    ...Object.fromEntries(gone.map((key) => [key, undefined])),
  });
}
