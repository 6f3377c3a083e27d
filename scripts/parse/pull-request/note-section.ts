import { type Block, blocksOf } from './blocks.ts';
import type { VisibleLine } from './visible-lines.ts';
import { type WrittenWords, writtenWords } from './written-words.ts';

const CANDIDATE = /release[ -]?notes?|change[ -]?log/i;
const TITLE = /^(?:release[ -]?notes?|change[ -]?log(?: (?:entry|entries|notes?))?)$/i;
/** A line that begins in bold, which templates use as a heading. */
const BOLD_START = /^ {0,3}(\*\*|__)([^\n*_]+)\1[ \t]*([:?]?)[ \t]*([^\n]*)/;
/** Code on a line of its own, in the marks of a block. */
const CODE_LINE = /^(`{3,})([^`]+)\1$/;
/** Trailers and commands to bots end many descriptions, and are no words of a note. */
const COMMAND =
  /^\/(?:kind|area|sig|priority|triage|assign|cc|lgtm|approve|hold|test|retest|milestone|label)(?: .*)?$/i;
const TRAILER = /^(?:Signed-off-by|Co-authored-by|Reviewed-by|Change-Id):/i;
const MOST = 3;
/** Deeper than any heading: a bold line ends at the next one or at any heading. */
const BOLD_DEPTH = 7;

/**
 * The first section called "Release note", "Changelog entry", "Changelog" or the like that says something:
 * under a heading of any level, or under such a line in bold, until the next one of the same or a higher
 * level, or a rule. The first three such headings are looked at. HTML blocks are left out: bots put others'
 * notes there.
 */
export function noteSection(lines: readonly VisibleLine[]): WrittenWords | null {
  const starts = [...lines.keys()].filter((index) => isCandidate(lines[index]));
  for (const start of starts.slice(0, MOST)) {
    const text = lines.slice(start, start + 200).map((line) => line.text);
    const words = sectionWords(blocksOf(text.join('\n')));
    if (words !== null) return words;
  }
  return null;
}

function isCandidate(line: VisibleLine | undefined): boolean {
  if (line?.fence !== null || !CANDIDATE.test(line.text.slice(0, 120))) return false;
  const isHeading = line.text.length < 120 && /^ {0,3}\S/.test(line.text) && isTitle(line.text);
  return isHeading || boldTitle(line.text) !== null;
}

function sectionWords(blocks: readonly Block[]): WrittenWords | null {
  const [head, ...below] = blocks;
  if (head === undefined) return null;
  const opened = opening(head);
  if (opened === null) return null;
  const end = below.findIndex((block) => ends(block, opened.depth));
  const inside = below.slice(0, end < 0 ? undefined : end).filter(isWords);
  const words = [opened.rest, ...inside.map(({ source }) => source)].filter((text) => text !== '');
  return writtenWords(words.length === 1 ? codeContent(words[0] ?? '') : words.join('\n\n'));
}

/** The level of a section's heading, and words that stand in the same paragraph as a bold one. */
function opening({ node, source }: Block): { depth: number; rest: string } | null {
  if (node.type === 'heading')
    return isTitle(source.split('\n', 1)[0] ?? '') ? { depth: node.depth, rest: '' } : null;
  const bold = node.type === 'paragraph' ? boldTitle(source) : null;
  return bold === null ? null : { depth: BOLD_DEPTH, rest: source.slice(bold.length).trim() };
}

/**
 * "**Release note**:" with whatever stands before the section's words; words on the same line need a colon.
 */
function boldTitle(text: string): string | null {
  const [whole = '', , title = '', colon = '', words = ''] = BOLD_START.exec(text) ?? [];
  if (!isTitle(title)) return null;
  const hasColon = colon !== '' || title.trimEnd().endsWith(':');
  return words === '' || hasColon ? whole.slice(0, whole.length - words.length) : null;
}

function isTitle(text: string): boolean {
  if (!CANDIDATE.test(text)) return false;
  const bare = text.replace(/\([^()]*\)/g, '').replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return TITLE.test(bare);
}

function ends({ node, source }: Block, depth: number): boolean {
  if (node.type === 'thematicBreak') return true;
  if (node.type === 'heading') return node.depth <= depth;
  return depth === BOLD_DEPTH && node.type === 'paragraph' && BOLD_START.exec(source)?.[4] === '';
}

function isWords({ node, source }: Block): boolean {
  if (node.type === 'html' || node.type === 'definition') return false;
  if (node.type === 'list') return node.children.some((item) => item.children.length > 0);
  if (node.type === 'code') return !/^(?:release-notes?|docs)$/i.test(node.lang ?? '');
  return !(node.type === 'paragraph' && source.split('\n').every(isForMachines));
}

function isForMachines(line: string): boolean {
  return COMMAND.test(line.trim()) || TRAILER.test(line.trim());
}

/** Prow also takes plain code that stands alone under the heading for the note. */
function codeContent(words: string): string {
  const line = CODE_LINE.exec(words)?.[2];
  const [only, ...more] = line === undefined ? blocksOf(words) : [];
  if (only?.node.type === 'code' && more.length === 0 && !only.node.lang) return only.node.value;
  return line ?? words;
}
