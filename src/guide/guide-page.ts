import type { Code, Heading, Image, Paragraph, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { z } from 'zod';
import { readMarkdown } from '../markdown/front-matter.ts';
import { Fault } from '../records/fault.ts';
import { type CommandPlace, readFence } from './fence.ts';

/** The front matter of a page of the guide. */
const GuideMatterSchema = z.strictObject({
  title: z.string().min(1),
  /** What somebody asks who should read it, as a question. */
  asks: z.string().min(1),
  /** Who types its commands, and when, on the product's clock: a block may say otherwise. */
  as: z.string().min(1),
  at: z.string().regex(/^\d\d:\d\d$/, 'expected a time of day such as "15:40"'),
});

/** A page of the guide: the same for the site that shows it and for the test that types its commands. */
export interface GuidePage extends z.infer<typeof GuideMatterSchema> {
  id: string;
  sections: GuideSection[];
}

/** What stands under a heading; the first section has none. */
export interface GuideSection {
  anchor: string;
  title: string;
  parts: GuidePart[];
}

export type GuidePart =
  | { kind: 'prose'; nodes: RootContent[] }
  | (CommandPlace & { kind: 'command'; text: string; line: number; answer: string | null })
  | { kind: 'file'; file: string; text: string; line: number }
  | { kind: 'picture'; name: string; alt: string };

const PARSER = remark().use(remarkGfm, { singleTilde: false }).freeze();

/** Takes a page apart. Throws a Fault with file and line for a block that nobody could show or type. */
export function readGuidePage(id: string, text: string): GuidePage {
  const file = `src/guide/pages/${id}.md`;
  const { data, body } = readMarkdown(text, GuideMatterSchema, file);
  const above = text.slice(0, text.length - body.length).split('\n').length - 1;
  const { children } = PARSER.parse(body) as Root;
  const sections: GuideSection[] = [{ anchor: '', title: '', parts: [] }];
  const page = { id, ...data, sections };
  for (const node of children) {
    if (isSectionHeading(node)) sections.push({ ...named(node), parts: [] });
    else addPart(sections.at(-1)?.parts ?? [], node, { file, above, page });
  }
  return page;
}

interface Around {
  file: string;
  /** Lines above the body. */
  above: number;
  page: GuidePage;
}

function addPart(parts: GuidePart[], node: RootContent, { file, above, page }: Around): void {
  const last = parts.at(-1);
  const line = (node.position?.start.line ?? 0) + above;
  const picture = pictureOf(node);
  if (picture !== null) parts.push(picture);
  else if (node.type !== 'code' && last?.kind === 'prose') last.nodes.push(node);
  else if (node.type !== 'code') parts.push({ kind: 'prose', nodes: [node] });
  else addBlock(parts, node, { file, line }, page);
}

function addBlock(parts: GuidePart[], { lang, meta, value }: Code, place: Place, page: GuidePage): void {
  const last = parts.at(-1);
  const fence = readFence(lang ?? '', meta ?? '', page, place);
  if (fence.kind === 'command') parts.push({ ...fence, text: value, line: place.line, answer: null });
  else if (fence.kind === 'file') parts.push({ ...fence, text: value, line: place.line });
  else if (last?.kind === 'command' && last.answer === null) last.answer = value;
  else throw new Fault('an answer without a command', { place, hint: 'Put it right below its ```sh block.' });
}

interface Place {
  file: string;
  line: number;
}

function isSectionHeading(node: RootContent): node is Heading {
  return node.type === 'heading' && node.depth === 2;
}

function named(heading: Heading): Pick<GuideSection, 'anchor' | 'title'> {
  const title = plainText(heading);
  return { title, anchor: anchorOf(title) };
}

/** As GitHub makes anchors: links in the markdown lead to the same place there. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** A picture stands alone in its paragraph. */
function pictureOf(node: RootContent): (GuidePart & { kind: 'picture' }) | null {
  if (node.type !== 'paragraph' || !isOnly(node)) return null;
  const [{ url, alt }] = node.children;
  return { kind: 'picture', name: url.replace(/^.*\/|\.png$/g, ''), alt: alt ?? '' };
}

function isOnly(node: Paragraph): node is Paragraph & { children: [Image] } {
  return node.children.length === 1 && node.children[0]?.type === 'image';
}
