import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { withoutControls } from '../message/text.ts';
import { withoutHtmlComments } from './html-words.ts';
import type { LinkOptions } from './link-target.ts';
import { piece } from './piece.ts';
import { tamedBlocks } from './tamed-blocks.ts';
import { definitionsIn } from './tamed-phrasing.ts';
import { writeBullet } from './write-bullet.ts';

export type { LinkOptions } from './link-target.ts';

/** What is read of an entry: somewhat more than what is written of it. */
const LIMITS = { characters: 5000, lines: 200 };
/** So many marks stand in no prose of a person; a parser takes the time of their square. */
const MOST_MARKS = 400;

const PARSER = remark().use(remarkGfm, { singleTilde: false }).freeze();

/**
 * A stranger's markdown as the text of one bullet of a note, without the marker and the id mark: safe,
 * readable, 4,000 characters at most, further lines indented by two spaces. Put "- " before it and " {#id}"
 * right behind it. Empty where nothing is left to show.
 */
export function bulletMarkdown(markdown: string, options: LinkOptions): string {
  const whole = withoutControls(markdown.replace(/\r\n?/g, '\n')).toWellFormed();
  const { text, cut } = piece(whole.length > LIMITS.characters ? withoutHtmlComments(whole) : whole, LIMITS);
  const tree = parsed(text);
  const blocks = tamedBlocks(tree.children, { ...options, definitions: definitionsIn(tree) });
  return writeBullet(blocks, cut);
}

function parsed(text: string): Root {
  if (text.replace(/[^*_~[\]<`&\\!]/g, '').length <= MOST_MARKS) return PARSER.parse(text);
  return {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: text.replace(/\s+/g, ' ') }] }],
  };
}
