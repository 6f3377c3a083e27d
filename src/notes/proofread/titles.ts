import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { NoteBullet } from '../../markdown/note-body.ts';
import { parseCommon } from '../../markdown/parse.ts';
import { SECTIONS, sectionOf } from '../../records/sections.ts';
import type { Mistake } from './mistake.ts';
import { fileLine, type NoteText } from './note-text.ts';

/** Characters that a title may have: more do not fit into one line of a list, a feed or a preview. */
export const TITLE_LENGTH = 80;

/** Titles that are too long, and headings that are nearly those of a section. */
export function titleMistakes(note: NoteText): Mistake[] {
  return [...headingMistakes(note), ...leadMistakes(note)];
}

function headingMistakes(note: NoteText): Mistake[] {
  return parseCommon(note.source).children.flatMap((node) => {
    if (node.type !== 'heading') return [];
    const [words, line] = [plainText(node), fileLine(note, node.position?.start.line ?? 1)];
    return [...tooLong(words, line), ...(node.depth === 2 ? misspelt(words, line) : [])];
  });
}

function leadMistakes(note: NoteText): Mistake[] {
  const bullets = note.body.sections.flatMap((section) => section.bullets);
  return bullets.flatMap((bullet) => {
    const title = leadOf(bullet);
    return title === null ? [] : tooLong(title, fileLine(note, bullet.line));
  });
}

/** A bullet's title: bold words in front of others, or a first line without a full stop that others follow. */
function leadOf({ text }: NoteBullet): string | null {
  const [first, ...others] = parseCommon(text).children;
  if (first?.type !== 'paragraph') return null;
  const [bold, ...rest] = first.children;
  if (bold?.type === 'strong' && (rest.some(hasWords) || others.length > 0)) return plainText(bold);
  const words = plainText(first);
  return others.length > 0 && !/[.:!?]$/.test(words) ? words : null;
}

function hasWords(node: Nodes): boolean {
  return plainText(node).trim() !== '';
}

function tooLong(title: string, line: number): Mistake[] {
  const { length } = [...title];
  if (length <= TITLE_LENGTH) return [];
  return [
    {
      severity: 'warning',
      line,
      says: `a title of ${length} characters: lists, feeds and previews show ${TITLE_LENGTH}`,
      todo: 'Say the most important thing in the title, and the rest below it.',
    },
  ];
}

function misspelt(heading: string, line: number): Mistake[] {
  if (sectionOf(heading) !== null) return [];
  const near = SECTIONS.find(
    (section) => distance(heading.toLowerCase(), section.heading.toLowerCase()) <= 2,
  );
  if (near === undefined) return [];
  return [
    {
      severity: 'warning',
      line,
      says: `"${heading}" is no section, and its entries are in no table`,
      todo: `Write "${near.heading}", if that is what it means.`,
    },
  ];
}

/** Letters to put in, take out or change (Levenshtein). */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...left].entries()) {
    const next = [at + 1];
    for (let index = 1; index <= right.length; index += 1)
      next.push(
        Math.min(
          (row[index] ?? 0) + 1,
          (next[index - 1] ?? 0) + 1,
          (row[index - 1] ?? 0) + (right[index - 1] === letter ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
