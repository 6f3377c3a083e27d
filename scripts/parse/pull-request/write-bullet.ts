import type { BlockContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { cutBlocks } from './cut-blocks.ts';
import { isTight } from './tamed-blocks.ts';

/** The longest bullet, in characters. */
const LONGEST = 4000;

const WRITER = remark()
  .use(remarkGfm, { singleTilde: false })
  .use({
    settings: {
      bullet: '-',
      bulletOther: '*',
      listItemIndent: 'one',
      handlers: {
        text: (node, _parent, state, info) => readable(state.safe(node.value, info)),
      },
    },
  })
  .freeze();

/**
 * Blocks as the markdown of one bullet: without its marker, further lines indented by two spaces, 4,000
 * characters at most. Where it does not end in text it ends in a line of its own, so that the id mark that
 * follows stands in no code.
 */
export function writeBullet(blocks: readonly BlockContent[], isCut: boolean): string {
  const whole = isCut ? cutBlocks(blocks, LONGEST) : blocks;
  let markdown = written(whole);
  let room = LONGEST;
  while (markdown.length > LONGEST && room > 1) {
    room = Math.floor(Math.min(room * 0.9, (room * LONGEST) / markdown.length));
    markdown = written(cutBlocks(blocks, room));
  }
  return markdown;
}

function written(blocks: readonly BlockContent[]): string {
  if (blocks.length === 0) return '';
  const item = { type: 'listItem' as const, spread: !isTight(blocks), children: [...blocks] };
  const list = { type: 'list' as const, ordered: false, spread: false, children: [item] };
  const markdown = WRITER.stringify({ type: 'root', children: [list] });
  const inside = withoutMarks(markdown.replace(/^-[ \t]*/, '').trimEnd());
  return endsInText(blocks) ? inside : `${inside}\n `;
}

function endsInText(blocks: readonly BlockContent[]): boolean {
  const last = blocks.at(-1);
  if (last?.type === 'blockquote') return endsInText(last.children as BlockContent[]);
  if (last?.type === 'list') return endsInText((last.children.at(-1)?.children ?? []) as BlockContent[]);
  return last?.type === 'paragraph';
}

/** Emphasis may be written with underscores: what would be the note's mark of a withdrawal is not one. */
function withoutMarks(markdown: string): string {
  return markdown.replaceAll('_(withdrawn in', '_\\(withdrawn in');
}

/**
 * An underscore within a word and "#" before a number need no mark before them; an opening brace does where
 * it would start the note's id mark.
 */
function readable(escaped: string): string {
  return escaped
    .replace(/(?<=[A-Za-z0-9])\\_(?=[A-Za-z0-9])/g, '_')
    .replace(/\\#(?=\d)/g, '#')
    .replace(/\{(?=#)/g, '\\{');
}
