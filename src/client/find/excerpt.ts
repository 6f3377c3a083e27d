import { NAMES_MARK } from '../../notes/search/search-record.ts';

/** A run of words that match, or of words that do not. */
export interface Run {
  text: string;
  matches: boolean;
}

/** What a hit shows of its words, and the names that match although no word shows it. */
export interface Excerpt {
  runs: Run[];
  names: string[];
}

/** Words of a hit that are shown. */
const LENGTH = 48;
/** Words before the first match, where the excerpt does not begin at the beginning. */
const BEFORE = 8;

/** Cuts what a record says around its first match. Places are Pagefind's: words between white space. */
export function excerptOf(content: string, locations: readonly number[]): Excerpt {
  const words = content.split(/\s+/);
  const end = words.lastIndexOf(NAMES_MARK);
  const matches = new Set(locations);
  const first = Math.min(...locations.filter((place) => place < end), end);
  const fits = end <= LENGTH || first < LENGTH - BEFORE || first === end;
  const from = fits ? 0 : Math.min(first - BEFORE, end - LENGTH);
  const to = Math.min(end, from + LENGTH);
  const runs = runsOf(words.slice(from, to), (place) => matches.has(from + place));
  const names = words.filter((_, place) => place > end && matches.has(place));
  return { runs: withGaps(runs, from > 0, to < end), names: [...new Set(names)] };
}

function runsOf(words: readonly string[], matches: (place: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (const [place, word] of words.entries()) {
    const last = runs.at(-1);
    if (last?.matches === matches(place)) last.text += ` ${word}`;
    else runs.push({ text: word, matches: matches(place) });
  }
  return runs;
}

function withGaps(runs: readonly Run[], before: boolean, after: boolean): Run[] {
  const gap = { text: '…', matches: false };
  return [...(before ? [gap] : []), ...runs, ...(after ? [gap] : [])];
}
