import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { type Yaml, yamlLines } from './yaml-lines.ts';

/** Some characters of a text, and what is put into their place. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A text that is edited, with what was found to be edited so far. */
interface Editing {
  yaml: string;
  lineEnd: string;
  edits: Edit[];
}

interface Fields {
  readonly [key: string]: Yaml | undefined;
}

type BlockPair = Pair<{ value: unknown; range: [number, number, number] }, unknown>;

/**
 * Block-style YAML with other values: only what differs is written anew, so that comments, quotes and the order of a
 * person's file stay. A field that has another name and the same value keeps its place. Null where the text is of a
 * form in which that cannot be done.
 */
export function smallestEdit(yaml: string, before: Fields, after: Fields): string | null {
  const { contents } = parseDocument(yaml, { version: '1.2', schema: 'core' });
  const editing: Editing = { yaml, lineEnd: yaml.includes('\r\n') ? '\r\n' : '\n', edits: [] };
  if (!isMap(contents) || !editMap(editing, contents, before, after)) return null;
  const edited = editing.edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), yaml);
  const read = parseDocument(edited, { version: '1.2', schema: 'core', uniqueKeys: true });
  return read.errors.length === 0 && isDeepStrictEqual(read.toJS(), after) ? edited : null;
}

function editMap(editing: Editing, map: YAMLMap, before: Fields, after: Fields): boolean {
  const pairs = new Map((map.items as BlockPair[]).map((pair) => [String(pair.key.value), pair]));
  const gone = Object.keys(before).filter((key) => !(key in after));
  const fresh = Object.keys(after).filter((key) => !(key in before));
  for (const [from, to] of renames(before, after, gone, fresh)) {
    const [start, end] = pairs.get(from)?.key.range ?? [0, 0];
    editing.edits.push({ start, end, text: keyText(to) });
    gone.splice(gone.indexOf(from), 1);
    fresh.splice(fresh.indexOf(to), 1);
  }
  for (const [key, pair] of pairs)
    if (key in after && !editPair(editing, pair, key, before[key], after[key], map.flow === true))
      return false;
  return changePairs(editing, pairs, gone, pick(after, fresh), map.flow === true);
}

/** Fields that have only another name now. */
function renames(before: Fields, after: Fields, gone: string[], fresh: string[]): [string, string][] {
  const free = [...fresh];
  return gone.flatMap((from): [string, string][] => {
    const to = free.find((key) => isDeepStrictEqual(before[from], after[key]));
    if (to === undefined) return [];
    free.splice(free.indexOf(to), 1);
    return [[from, to]];
  });
}

function editPair(
  editing: Editing,
  pair: BlockPair,
  key: string,
  before: Yaml | undefined,
  after: Yaml | undefined,
  isFlow: boolean,
): boolean {
  const mark = editing.edits.length;
  if (editValue(editing, pair.value, before, after)) return true;
  editing.edits.length = mark;
  if (isFlow) return false;
  const { start, end } = extent(editing, pair);
  editing.edits.push({ start, end, text: pairText(editing, start, { [key]: after }) });
  return true;
}

function editValue(editing: Editing, node: unknown, before: unknown, after: unknown): boolean {
  if (isDeepStrictEqual(before, after)) return true;
  if (isMap(node) && isObject(before) && isObject(after))
    return editMap(editing, node, before as Fields, after as Fields);
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return node.items.every((item, index) => editValue(editing, item, before[index], after[index]));
  if (!isScalar(node) || node.range == null || isNested(after)) return false;
  const [start, end] = node.range;
  if (editing.yaml.slice(start, end).includes('\n') || node.anchor !== undefined || start === end)
    return false;
  editing.edits.push({ start, end, text: valueText(after as Yaml) });
  return true;
}

/** Takes fields out, and puts new ones into their place, or behind the last one. The format comes first. */
function changePairs(
  editing: Editing,
  pairs: ReadonlyMap<string, BlockPair>,
  gone: readonly string[],
  fresh: Fields,
  isFlow: boolean,
): boolean {
  const extents = gone.flatMap((key) => pairs.get(key) ?? []).map((pair) => extent(editing, pair));
  if (extents.length === 0 && Object.keys(fresh).length === 0) return true;
  if (isFlow || !extents.every(({ start }) => isFirstOnLine(editing.yaml, start))) return false;
  const { schema, ...others } = fresh;
  if (schema !== undefined)
    editing.edits.push({ start: 0, end: 0, text: `${valueLine('schema', schema)}${editing.lineEnd}` });
  const last = [...pairs.values()].at(-1);
  const [first, ...rest] = extents;
  const hasOthers = Object.keys(others).length > 0;
  if (first !== undefined && hasOthers)
    editing.edits.push({ ...first, text: pairText(editing, first.start, others) });
  for (const each of hasOthers ? rest : extents) editing.edits.push(wholeLines(editing.yaml, each));
  if (first !== undefined || !hasOthers) return true;
  if (last === undefined) return false;
  const { start, end } = extent(editing, last);
  if (!isFirstOnLine(editing.yaml, start)) return false;
  editing.edits.push({
    start: end,
    end,
    text: `${editing.lineEnd}${indentAt(editing.yaml, start)}${pairText(editing, start, others)}`,
  });
  return true;
}

/** A field from its name to the end of its value; the comments and empty lines behind it speak of the next one. */
function extent({ yaml }: Editing, { key, value }: BlockPair): { start: number; end: number } {
  const [start, , endOfKey] = key.range;
  const end = Math.max((value as { range?: [number, number, number] } | null)?.range?.[1] ?? 0, endOfKey);
  const text = yaml.slice(start, end).replace(/(?:\r?\n[ \t]*(?:#[^\n]*)?)*\s*$/, '');
  return { start, end: start + text.length };
}

function wholeLines(yaml: string, { start, end }: { start: number; end: number }): Edit {
  const next = yaml.indexOf('\n', end);
  return { start: yaml.lastIndexOf('\n', start) + 1, end: next < 0 ? yaml.length : next + 1, text: '' };
}

function isFirstOnLine(yaml: string, at: number): boolean {
  return indentAt(yaml, at).trim() === '';
}

function indentAt(yaml: string, at: number): string {
  return yaml.slice(yaml.lastIndexOf('\n', at - 1) + 1, at);
}

/** Fields as they are written at a place: lines below the first one get its indent. */
function pairText({ yaml, lineEnd }: Editing, at: number, fields: Fields): string {
  const indent = ' '.repeat(indentAt(yaml, at).length);
  return yamlLines(fields).trimEnd().split('\n').join(`${lineEnd}${indent}`);
}

function keyText(key: string): string {
  return yamlLines({ [key]: 0 }).slice(0, -': 0\n'.length);
}

function valueText(value: Yaml): string {
  return yamlLines({ a: value }).slice('a: '.length).trimEnd();
}

function valueLine(key: string, value: Yaml): string {
  return yamlLines({ [key]: value }).trimEnd();
}

function pick(fields: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(keys.map((key) => [key, fields[key]]));
}

function isObject(value: unknown): boolean {
  return isNested(value) && !Array.isArray(value);
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
