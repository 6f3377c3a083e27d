import { type Block, blocksOf, itemsOf } from './blocks.ts';
import type { NoteWordsEntry } from './note-words.ts';

/** What a fence or a section says: words, or that there shall be none. */
export type WrittenWords = { none: { reason: string } } | { entries: NoteWordsEntry[] };

/**
 * As Prow (`NONE`, `NO`, in any punctuation) and Kubernetes' release tools (`N/A`, `NA`) read it, or a
 * dash.
 */
const NONE = /^[^\p{L}\p{N}]*(none|no|n\/a|na)[^\p{L}\p{N}]*$/iu;
const DASH = /^[-–—]+$/;
/** What templates leave to be filled in. */
const PLACEHOLDER = /^(?:<[^<>]*>|(?:TBD|TODO)\W*|\W*)$/i;
const TASK = /^\[([ xX])\](?:[ \t]+|$)/;

/** Reads the text of a release note. Null where nothing was written, or only a template's placeholder. */
export function writtenWords(markdown: string): WrittenWords | null {
  const text = markdown.trim();
  const none = text.length > 40 ? undefined : (NONE.exec(text)?.[1] ?? DASH.exec(text)?.[0]);
  if (none !== undefined) return { none: { reason: `the release note says ${none}` } };
  if (text.length <= 200 && PLACEHOLDER.test(text)) return null;
  const entries = pieces(blocksOf(text)).map(entry);
  return entries.length === 0 ? null : { entries };
}

/** Nothing but lists: each item is an entry, but tasks that are not done. Anything else is one entry. */
function pieces(blocks: readonly Block[]): string[] {
  if (!blocks.every(({ node }) => node.type === 'list'))
    return [blocks.map(({ source }) => source).join('\n\n')];
  const items = blocks.flatMap(itemsOf).filter((item) => TASK.exec(item)?.[1] !== ' ');
  return items.map((item) => item.replace(TASK, '')).filter((item) => !PLACEHOLDER.test(item));
}

/** Kubernetes marks what its users must do before an upgrade with the words "action required". */
function entry(markdown: string): NoteWordsEntry {
  return /action required/i.test(markdown) ? { markdown, actionRequired: true } : { markdown };
}
