import type { Definition, Image, ImageReference, Link, LinkReference, Nodes } from 'mdast';
import { parseGithub } from '../../markdown/parse.ts';
import type { Mistake } from './mistake.ts';
import { fileLine, type NoteText } from './note-text.ts';

type Reference = Link | Image | LinkReference | ImageReference | Definition;

/** Links that lead nowhere, and pictures that are not there or cannot be described to who does not see them. */
export function linkMistakes(note: NoteText): Mistake[] {
  const tree = parseGithub(note.source);
  return [
    ...referencesIn(tree).flatMap((node) => mistakesOf(node, note)),
    ...undefinedReferences(tree, note),
  ];
}

function referencesIn(node: Nodes): Reference[] {
  const within = 'children' in node ? node.children.flatMap(referencesIn) : [];
  const own = node.type === 'link' || node.type === 'image' || node.type === 'definition' ? [node] : [];
  return [...own, ...within];
}

function mistakesOf(node: Reference, note: NoteText): Mistake[] {
  const line = fileLine(note, node.position?.start.line ?? 1);
  if (node.type === 'image') return imageMistakes(node, line, note);
  if (node.type === 'link' || node.type === 'definition') return addressMistakes(node, line);
  return [];
}

function addressMistakes(node: Link | Definition, line: number): Mistake[] {
  if (/^https?:\/\/[^\s/]/i.test(node.url) && URL.canParse(node.url)) return [];
  return [
    {
      severity: 'error',
      line,
      says: `the link "${node.url}" leads nowhere: readers of feeds and mails do not know where it starts`,
      todo: 'Write the whole address, beginning with https://.',
    },
  ];
}

function imageMistakes(node: Image, line: number, { files, note }: NoteText): Mistake[] {
  const found = files.has(node.url);
  return [
    ...(found ? [] : [missingImage(node.url, line, note.version)]),
    ...((node.alt ?? '').trim() === '' ? [undescribed(node.url, line)] : []),
  ];
}

function missingImage(address: string, line: number, version: string): Mistake {
  return {
    severity: 'error',
    line,
    says: `the picture "${address}" does not stand beside the note: its description is shown in its place`,
    todo: `Put it into the folder "${version}" beside the note (PNG, JPEG, GIF, WebP or AVIF) and write ![what it shows](${version}/name.png).`,
  };
}

function undescribed(address: string, line: number): Mistake {
  return {
    severity: 'error',
    line,
    says: `the picture "${address}" has no description`,
    todo: 'Say between the brackets what it shows, for readers who do not see it.',
  };
}

/** "[words][name]" is a link where the name is defined, and plain text where it is not. */
function undefinedReferences(tree: Nodes, note: NoteText): Mistake[] {
  const defined = new Set(
    referencesIn(tree).flatMap((node) => (node.type === 'definition' ? [node.identifier] : [])),
  );
  return paragraphsIn(tree, note.source).flatMap(({ text, line }) =>
    [...text.matchAll(REFERENCE)]
      .map(([, name = '']) => name)
      .filter((name) => !defined.has(normalizeIdentifier(name).toLowerCase()))
      .map((name) => ({
        severity: 'error' as const,
        line: fileLine(note, line),
        says: `the link [${name}] is defined nowhere in the note`,
        todo: `Add a line "[${name}]: https://…" at the end of the note.`,
      })),
  );
}

const REFERENCE = /(?<!\\)\[[^\][\n]+(?<!\\)\]\[([^\][\n]+)(?<!\\)\]/g;

/** Paragraphs as they are written, without code. */
function paragraphsIn(node: Nodes, source: string): { text: string; line: number }[] {
  if (node.type === 'paragraph') {
    const { start, end } = node.position ?? { start: { line: 1, offset: 0 }, end: { offset: 0 } };
    const text = source.slice(start.offset, end.offset).replace(/(`+)[\s\S]*?\1/g, '');
    return [{ text, line: start.line }];
  }
  return 'children' in node ? node.children.flatMap((child) => paragraphsIn(child, source)) : [];
}

/** Names of links are compared without case and with single spaces (CommonMark 0.31, "matches"). */
function normalizeIdentifier(name: string): string {
  return name.trim().replace(/\s+/g, ' ');
}
