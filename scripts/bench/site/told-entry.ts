import type { NoteInput } from '../../../src/records/index.ts';
import { changeWords, shortlist } from '../big-ledger/invented.ts';
import type { PlannedLine } from './planned-line.ts';

/** Sections of a note in their order. */
export const HEADINGS = [
  ...['Action required', 'Security', 'Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Dependencies'],
] as const;

/** A bullet of a note, and what machines know of it. */
export interface ToldEntry {
  heading: string;
  words: string;
  facts: NoteInput['entries'][number];
}

export const MODULES = [
  { id: 'keel', name: 'Keel' },
  { id: 'sail', name: 'Sail' },
  { id: 'deck', name: 'Deck' },
  { id: 'chart', name: 'Chart' },
] as const;

/** What a line's changes are for; its patches' own ones count from `patch` and `part` on. */
export const CHANGES = {
  ...{ feature: 1, fix: 2, breaking: 3, deprecation: 4, removal: 5 },
  ...{ patch: 10, part: 20, weakness: 32, issue: 33 },
} as const;

/** The id of one of a line's changes. */
export function idOf({ index }: Pick<PlannedLine, 'index'>, change: number): string {
  return factsOf(numberOf(index, change), 'fix').id;
}

/** One of a line's changes as a bullet. */
export function entryOf(
  { index }: PlannedLine,
  change: number,
  told: { heading: string; kind: string; words?: string; facts?: Partial<ToldEntry['facts']> },
): ToldEntry {
  const number = numberOf(index, change);
  return {
    heading: told.heading,
    words: told.words ?? sentence(number),
    facts: { ...factsOf(number, told.kind), ...told.facts },
  };
}

/** So many further changes of a line, as those of a release that was long in the making. */
export function furtherEntries(count: number): ToldEntry[] {
  return Array.from({ length: count }, (_, at) => {
    const [number, isNew] = [1_000_000 + at, at % 3 === 0];
    return {
      heading: isNew ? 'Added' : 'Fixed',
      words: sentence(number),
      facts: factsOf(number, isNew ? 'feat' : 'fix'),
    };
  });
}

function numberOf(line: number, change: number): number {
  return (line + 1) * 100 + change;
}

function factsOf(number: number, kind: string): ToldEntry['facts'] {
  const { id: module } = shortlist(MODULES, number);
  return { id: `${module}-${number}`, module, pullRequest: number, kind };
}

function sentence(number: number): string {
  const { title } = changeWords(number);
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}.`;
}
