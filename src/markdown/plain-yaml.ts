/** What front matter is made of. */
export type PlainYaml = string | number | boolean | null | PlainYaml[] | { [key: string]: PlainYaml };

/** A place in the lines that are read. */
interface Cursor {
  readonly lines: string[];
  at: number;
}

/** Thrown and caught in this file: the text is of a wider form. */
const WIDER = Symbol('wider');

const FIELD = /^( *)(?:([A-Za-z][\w./-]*)|("[^"\\]*")):(?: (\S.*))?$/;
const ITEM = /^( *)- (\S.*)$/;
const WORDS = /^[A-Za-z][\w./@-]*(?: [\w./@-]+)*$/;
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
const QUOTED = /^"(?:[^"\\\p{Cc}]|\\["\\/bfnrt])*"$/u;
const SCALARS = /"(?:[^"\\]|\\.)*"|[^,"\s][^,"]*/g;
/** Words that YAML, in this or another case, takes for something else. */
const RESERVED = /^(?:true|false|null)$/i;

/**
 * Reads front matter of the form in which commands write it: block maps and lists in steps of two blanks, scalars on
 * one line, lists of scalars in brackets. Null for anything else, which is left to a full YAML parser; what is read here
 * is what that would read, some thirty times faster. A ledger has a hundred thousand records.
 */
export function readPlainYaml(text: string): { [key: string]: PlainYaml } | null {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const cursor: Cursor = { lines, at: 0 };
  try {
    const value = mapAt(cursor, 0);
    return cursor.at === lines.length ? value : null;
  } catch (error) {
    if (error === WIDER) return null;
    throw error;
  }
}

/** The fields from here on that have this indent; at least one. */
function mapAt(cursor: Cursor, indent: number): { [key: string]: PlainYaml } {
  const map: { [key: string]: PlainYaml } = {};
  for (let first = true; ; first = false) {
    const [, blanks = '', plain, quoted, value] = FIELD.exec(cursor.lines[cursor.at] ?? '') ?? [];
    const key = plain ?? quoted?.slice(1, -1);
    if (key === undefined || blanks.length !== indent) {
      if (first) throw WIDER;
      return map;
    }
    if (RESERVED.test(plain ?? '') || key === '__proto__' || Object.hasOwn(map, key)) throw WIDER;
    cursor.at += 1;
    map[key] = value === undefined ? nestedAt(cursor, indent + 2) : scalarOrList(value);
  }
}

function nestedAt(cursor: Cursor, indent: number): PlainYaml {
  const item = ITEM.exec(cursor.lines[cursor.at] ?? '');
  return item === null ? mapAt(cursor, indent) : listAt(cursor, indent);
}

/** The items from here on that have this indent. One that is a map begins on the line of its dash. */
function listAt(cursor: Cursor, indent: number): PlainYaml[] {
  const list: PlainYaml[] = [];
  for (;;) {
    const [, blanks = '', rest = ''] = ITEM.exec(cursor.lines[cursor.at] ?? '') ?? [];
    if (rest === '' || blanks.length !== indent) break;
    list.push(itemAt(cursor, indent + 2, rest));
  }
  if (list.length === 0) throw WIDER;
  return list;
}

function itemAt(cursor: Cursor, indent: number, rest: string): PlainYaml {
  if (!FIELD.test(rest)) {
    cursor.at += 1;
    return scalarOrList(rest);
  }
  // The dash counts as part of the indent of what stands behind it.
  cursor.lines[cursor.at] = `${' '.repeat(indent)}${rest}`;
  return mapAt(cursor, indent);
}

function scalarOrList(text: string): PlainYaml {
  if (text === '{}') return {};
  if (!text.startsWith('[')) return scalar(text);
  const inside = text.slice(1, -1);
  const scalars = inside.match(SCALARS) ?? [];
  // Nothing may stand between them but a comma and a blank, as commands write it.
  if (!text.endsWith(']') || scalars.join(', ') !== inside) throw WIDER;
  return scalars.map(scalar);
}

function scalar(text: string): PlainYaml {
  if (text.startsWith('"') && QUOTED.test(text))
    return text.includes('\\') ? JSON.parse(text) : text.slice(1, -1);
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  if (WORDS.test(text) && !RESERVED.test(text)) return text;
  if (NUMBER.test(text)) return Number(text);
  throw WIDER;
}
