import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';
import { type Yaml, yamlLines } from './yaml-lines.ts';

/**
 * Sets fields of a record's front matter. Fields that already have their value keep every byte, and so do the
 * fields and comments that are not named. `head` is the front matter with its lines of dashes; `current` its values.
 */
export function replaceFields(
  head: string,
  current: { readonly [key: string]: Yaml | undefined },
  wanted: { readonly [key: string]: Yaml | undefined },
): string {
  const changed = Object.entries(wanted).filter(([key, value]) => !sameValue(current[key], value));
  const gone = Object.keys(wanted).filter((key) => wanted[key] === undefined && current[key] !== undefined);
  if (changed.length === 0 && gone.length === 0) return head;
  const match = /^(\uFEFF?---\r?\n)([\s\S]*?)(\r?\n---[ \t]*(?:\r?\n[\s\S]*)?)$/.exec(head);
  if (match === null) throw new Error('front matter without its dashes');
  const [, open = '', yaml = '', close = ''] = match;
  const lineEnd = open.endsWith('\r\n') ? '\r\n' : '\n';
  const pieces = topLevelPieces(`${yaml}${lineEnd}`);
  for (const [key, value] of changed) setPiece(pieces, key, value, lineEnd);
  const edited = pieces.map((piece) => piece.text).join('');
  return `${open}${edited.endsWith(lineEnd) ? edited.slice(0, -lineEnd.length) : edited}${close}`;
}

interface Piece {
  key: string | null;
  text: string;
}

/** Cuts front matter into its top-level fields by the offsets that the YAML parser gives, comments kept in place. */
function topLevelPieces(yaml: string): Piece[] {
  const document = parseDocument(yaml, { version: '1.2', schema: 'core' });
  const items =
    (document.contents as { items?: { key: { value: unknown; range: [number, number, number] } }[] }).items ??
    [];
  const starts = items.map((item) => ({ key: String(item.key.value), at: item.key.range[0] }));
  const pieces: Piece[] = [{ key: null, text: yaml.slice(0, starts[0]?.at ?? yaml.length) }];
  for (const [index, start] of starts.entries())
    pieces.push({ key: start.key, text: yaml.slice(start.at, starts[index + 1]?.at ?? yaml.length) });
  return pieces;
}

/** Empty lines and comments behind a field: they speak of the next one. */
const TAIL = /(?<=\n)(?:(?:#[^\n]*|[ \t\r]*)\n)*$/;

function setPiece(pieces: Piece[], key: string, value: Yaml | undefined, lineEnd: string): void {
  const piece = pieces.find((candidate) => candidate.key === key);
  const text = value === undefined ? '' : yamlLines({ [key]: value }).replaceAll('\n', lineEnd);
  if (piece !== undefined) piece.text = `${text}${TAIL.exec(piece.text)?.[0] ?? ''}`;
  else if (text !== '') insertPiece(pieces, { key, text });
}

/** A new field goes before `entries`, which is long. */
function insertPiece(pieces: Piece[], piece: Piece): void {
  const entries = pieces.findIndex((candidate) => candidate.key === 'entries');
  pieces.splice(entries < 0 ? pieces.length : entries, 0, piece);
}

/** The order of a record's fields is its writer's. */
function sameValue(left: Yaml | undefined, right: Yaml | undefined): boolean {
  return isDeepStrictEqual(left, right);
}
