import type { List, ListItem, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { type Section, sectionOf } from '../records/sections.ts';
import { parseCommon } from './parse.ts';

/** A bullet of a note: one entry, or several that a person merged. */
export interface NoteBullet {
  /** Ids of the changes that the bullet tells of; empty for a bullet that a person added freely. */
  ids: string[];
  /** Its words as markdown, without the ids and without the mark of a withdrawal. */
  text: string;
  /** Line in the body, counted from 1. */
  line: number;
  /** Offsets of the bullet in the body. */
  start: number;
  end: number;
}

/** A part of a note under one heading of the second level. */
export interface NoteSection {
  heading: string;
  /** What the heading means; null for a heading of a person's own. */
  section: Section | null;
  line: number;
  bullets: NoteBullet[];
  /** Markdown under the heading that is not a bullet with text of its own. */
  prose: string;
  /** Offset behind the last bullet, or behind the heading where there is none: a new bullet goes here. */
  end: number;
}

/** A note's body: what stands before the first section, and the sections in the order in which they stand. */
export interface NoteBody {
  intro: string;
  sections: NoteSection[];
}

const IDS = /[ \t]*(?<!\\)\{((?:#[a-z0-9][a-z0-9._-]*\s*)+)\}/g;
const WITHDRAWN = /[ \t]*_\(withdrawn in [^)]*\)_/g;

/** The id mark that ends a bullet. */
export function idMark(ids: readonly string[]): string {
  return `{${ids.map((id) => `#${id}`).join(' ')}}`;
}

/** The mark of a change that a later release took back. */
export function withdrawnMark(version: string): string {
  return `_(withdrawn in ${version})_`;
}

/** Takes a note's body apart. Nothing is refused: what is no section and no bullet is prose. */
export function parseNoteBody(body: string): NoteBody {
  const root = parseCommon(body);
  const sections: NoteSection[] = [];
  let intro = '';
  for (const node of root.children) {
    const current = sections.at(-1);
    if (node.type === 'heading' && node.depth === 2) {
      const heading = plainText(node);
      const { line, offset } = endpoints(node);
      sections.push({ heading, section: sectionOf(heading), line, bullets: [], prose: '', end: offset.end });
    } else if (current === undefined) {
      intro = joinBlocks(intro, source(body, node));
    } else if (node.type === 'list' && !node.ordered) {
      current.bullets.push(...bulletsOf(body, node));
      current.end = endpoints(node).offset.end;
    } else {
      current.prose = joinBlocks(current.prose, source(body, node));
    }
  }
  return { intro, sections };
}

function bulletsOf(body: string, list: List): NoteBullet[] {
  return list.children.map((item: ListItem) => {
    const { line, offset } = endpoints(item);
    const raw = body.slice(offset.start, offset.end);
    const marks = [...raw.matchAll(IDS)].filter((match) => !isCode(item, offset.start + match.index));
    const ids = marks.flatMap(([, inner = '']) => inner.trim().split(/\s+/)).map((id) => id.slice(1));
    const text = dedent(cutOut(raw, marks).replace(WITHDRAWN, ''));
    return { ids, text, line, start: offset.start, end: offset.end };
  });
}

function cutOut(text: string, matches: readonly RegExpExecArray[]): string {
  const newestFirst = matches.toReversed();
  return newestFirst.reduce(
    (rest, { index, 0: cut }) => rest.slice(0, index) + rest.slice(index + cut.length),
    text,
  );
}

/** What stands in code is text, whatever it looks like. */
function isCode(node: ListItem | RootContent, at: number): boolean {
  const { start, end } = endpoints(node).offset;
  if (at < start || at >= end) return false;
  if (node.type === 'inlineCode' || node.type === 'code') return true;
  return 'children' in node && node.children.some((child) => isCode(child, at));
}

/** A list item's markdown without its marker and indentation. */
function dedent(item: string): string {
  const marker = /^[-*+](?:[ \t]+|$)/.exec(item)?.[0] ?? '';
  const indent = ' '.repeat(marker.length);
  return item
    .slice(marker.length)
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()))
    .join('\n')
    .trim();
}

function endpoints(node: RootContent | ListItem): { line: number; offset: { start: number; end: number } } {
  const position = node.position;
  return {
    line: position?.start.line ?? 1,
    offset: { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 },
  };
}

function source(body: string, node: RootContent): string {
  const { start, end } = endpoints(node).offset;
  return body.slice(start, end);
}

function joinBlocks(before: string, block: string): string {
  return before === '' ? block : `${before}\n\n${block}`;
}
