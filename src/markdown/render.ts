import type { Root as HastRoot } from 'hast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { finish } from './finish.ts';
import { harmless } from './harmless.ts';
import type { NoteImages } from './note-image.ts';
import { parseGithub, plainLine } from './parse.ts';
import { placeImages } from './place-images.ts';
import { tame } from './tame.ts';

/** What the sanitiser lets through: an allow-list of words, no attributes but a link's address and alignment. */
const ALLOWED = {
  ...defaultSchema,
  tagNames: [
    ...[
      'p',
      'strong',
      'em',
      'del',
      'code',
      'pre',
      'a',
      'br',
      'hr',
      'blockquote',
      'ul',
      'ol',
      'li',
      'input',
      'img',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ],
  attributes: {
    a: ['href'],
    img: ['src', 'alt', 'width', 'height', ['loading', 'lazy'], ['decoding', 'async']],
    ol: ['start'],
    th: [['align', 'left', 'center', 'right']],
    td: [['align', 'left', 'center', 'right']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
  },
  protocols: { href: ['http', 'https'], src: ['http', 'https'] },
  strip: ['script', 'style'],
} satisfies typeof defaultSchema;

const LABELS = { tableLabel: 'Table', codeLabel: 'Code' };

/** One processor for each level that a fragment's first heading can have. */
const PROCESSORS = [2, 3, 4].map((level) =>
  remark()
    .use(tame, { level })
    .use(remarkRehype)
    .use(rehypeSanitize, ALLOWED)
    .use(finish, LABELS)
    .use(rehypeStringify)
    .freeze(),
);

/** Where a fragment stands on its page. */
export interface FragmentPlace {
  /** The level of its first heading, 2 to 4. */
  level?: 2 | 3 | 4;
  /** Link definitions (`[name]: https://…`) that stand elsewhere in the same note. */
  definitions?: string;
  /** Pictures that may be shown: those beside the note. */
  images?: NoteImages;
}

/** Untrusted markdown as HTML that can do no harm: no raw HTML, no images but those
 * beside the note, links to http and https only. */
export function renderBlocks(markdown: string, place: FragmentPlace = {}): string {
  if (markdown.trim() === '') return '';
  const line = plainLine(harmless(markdown));
  if (line !== null) return `<p>${line}</p>`;
  const { processor, tree } = toTree(markdown, place);
  return processor.stringify(tree);
}

/** The same for one line: a single paragraph comes without its `<p>`, anything longer as blocks. */
export function renderLine(markdown: string, place: FragmentPlace = {}): { html: string; blocks: boolean } {
  const line = plainLine(harmless(markdown));
  if (line !== null) return { html: line, blocks: false };
  const { processor, tree } = toTree(markdown, place);
  const elements = tree.children.filter((node) => node.type === 'element');
  const only = elements.length === 1 ? elements[0] : undefined;
  if (only?.type !== 'element' || only.tagName !== 'p')
    return { html: processor.stringify(tree), blocks: true };
  return { html: processor.stringify({ type: 'root', children: only.children }), blocks: false };
}

function toTree(markdown: string, { level = 3, definitions = '', images }: FragmentPlace) {
  const processor = PROCESSORS[level - 2] ?? PROCESSORS[0];
  if (processor === undefined) throw new Error('a fragment starts at level 2, 3 or 4');
  const parsed = parseGithub(harmless(`${markdown}\n\n${definitions}`));
  if (images !== undefined) placeImages(parsed, images);
  return { processor, tree: processor.runSync(parsed) as HastRoot };
}

/** Link definitions of a note's prose, to be handed to its bullets. */
export function definitionsOf(...prose: string[]): string {
  return prose.flatMap((text) => text.match(/^ {0,3}\[[^\]\n]+\]:[ \t]+\S.*$/gm) ?? []).join('\n');
}
