import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { SECTIONS, type Section } from '../../../src/records/index.ts';
import { cleanText } from './clean-text.ts';
import { type GivenFile, type UnreadLine, unreadLine } from './imported-version.ts';
import type { NotedChange } from './noted-changes.ts';

/** The sections of reno (https://docs.openstack.org/reno/latest/user/usage.html), and the ledger's. */
const SECTION_OF: Readonly<Record<string, Section | string>> = {
  features: 'added',
  issues: 'Known issues at the time',
  upgrade: 'upgrade',
  deprecations: 'deprecated',
  critical: 'Critical issues',
  security: 'security',
  fixes: 'fixed',
  other: 'Other notes',
};

/** In which order the sections of such a note stand. */
export const RENO_ORDER: readonly string[] = [
  ...SECTIONS.map(({ id }) => id),
  'Critical issues',
  'Known issues at the time',
  'Other notes',
];

/** What a file of reno's notes says. */
export interface RenoNotes {
  notes: NotedChange[];
  unread: UnreadLine[];
}

/** Reads one file of notes. What is not as reno has it is told, with its line. */
export function readRenoFile({ name, text: raw }: GivenFile): RenoNotes {
  const { text, unread } = cleanText(raw, name);
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.2', schema: 'core', lineCounter: lines });
  const [broken] = document.errors;
  const lineOf = (offset: number | undefined): number => lines.linePos(offset ?? 0).line;
  if (broken !== undefined) {
    const why = `it is no YAML: ${broken.message.split('\n')[0]}`;
    return { notes: [], unread: [...unread, unreadLine(name, lineOf(broken.pos[0]), text, why)] };
  }
  const result: RenoNotes = { notes: [], unread };
  if (!isMap(document.contents)) return result;
  for (const pair of document.contents.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const key = String(pair.key.value);
    readField(key, pair.value, lineOf(pair.key.range?.[0]), { result, name, lineOf });
  }
  return result;
}

interface FieldContext {
  result: RenoNotes;
  name: string;
  lineOf: (offset: number | undefined) => number;
}

function readField(key: string, value: unknown, line: number, { result, name, lineOf }: FieldContext): void {
  const section = key === 'prelude' ? null : SECTION_OF[key];
  if (section === undefined) {
    result.unread.push(unreadLine(name, line, key, `reno has no section "${key}"`));
    return;
  }
  for (const item of isSeq(value) ? value.items : [value]) {
    if (isScalar(item) && typeof item.value === 'string') result.notes.push({ section, text: item.value });
    else if (!(isScalar(item) && item.value === null)) {
      const offset = (item as { range?: [number, number, number] } | null)?.range?.[0];
      result.unread.push(
        unreadLine(name, offset === undefined ? line : lineOf(offset), key, 'it is no text'),
      );
    }
  }
}
