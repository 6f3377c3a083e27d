import { headingOf, type Section, sectionOf } from '../../../src/records/index.ts';
import { headingWords } from './heading-words.ts';
import { sectionOfWords } from './section-words.ts';

/** A stretch of text under one heading, or before the first. */
export interface Stretch {
  /** Null for what stands before the first heading. */
  heading: { depth: number; text: string } | null;
  /** Its text, without the heading. */
  text: string;
  /** Its lists as pieces of that text. */
  hasBullets: boolean;
}

/** Sections whose tables and warnings must not lose an entry to a heading in between. */
const WHOLE: ReadonlySet<Section> = new Set(['action', 'security', 'deprecated', 'removed']);

/** A note's body of a version's stretches: headings become the ledger's sections where they mean one. */
export function composeBody(stretches: readonly Stretch[]): string {
  const base = Math.min(...stretches.flatMap(({ heading }) => heading?.depth ?? []));
  const blocks: string[] = [];
  let parent: OpenSection = { section: null, title: '', told: true };
  for (const { heading, text, hasBullets } of stretches) {
    const words = text.trim() === '' ? [] : [withoutBlankEdges(text)];
    if (heading === null) {
      blocks.push(...words);
      continue;
    }
    const section = sectionOfWords(headingWords(heading.text));
    const isSub = heading.depth > base;
    const title = `## ${titleOf(section, heading.text)}`;
    if (!isSub) parent = { section, title, told: words.length > 0 };
    if (words.length === 0) continue;
    const inside = section === null && isSub && (!hasBullets || isWhole(parent));
    if (inside && !parent.told) blocks.push(parent.title);
    if (inside) parent.told = true;
    blocks.push(inside ? `### ${heading.text}` : title, ...words);
  }
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

/** The heading that others are below of. */
interface OpenSection {
  section: Section | null;
  title: string;
  /** It stands in the note already. */
  told: boolean;
}

function isWhole({ section }: OpenSection): boolean {
  return section !== null && WHOLE.has(section);
}

function titleOf(section: Section | null, text: string): string {
  if (section !== null) return headingOf(section);
  const words = text.replace(/\s+/g, ' ').trim() || 'Notes';
  // Under that very heading the site would tell of them as open today.
  return sectionOf(headingWords(words)) === 'known' ? `${words} at the time` : words;
}

/** Empty lines around a text go; what its first line is indented by stays. */
export function withoutBlankEdges(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}
