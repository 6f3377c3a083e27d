import type { ReleasesDocument } from '../../api/documents.ts';
import type { UpgradeProse } from '../../notes/upgrade/upgrade-prose.ts';
import type { TableCells } from './answer-tables.ts';

/** A word beside an entry: its sign and its colour say the same. */
export interface WordView {
  kind: 'danger' | 'caution' | 'quiet';
  sign: string;
  text: string;
}

/** Something that changes, as a line of an answer. */
export interface LineView {
  /** The same for the same entry in every answer: ticks are kept under it. */
  key: string;
  html: string;
  markdown: string;
  /** The release that brought it. */
  version: string;
  href: string;
  words: WordView[];
  modules: string[];
  /** What else is to be known of it; empty where nothing is. */
  notes: string[];
  /** What to do about a known issue; null for everything else. */
  workaroundHtml: string | null;
}

/** A table of an answer. */
export interface AnswerTable {
  caption: string;
  heads: string[];
  rows: TableCells[];
}

/** A part of an answer. */
export interface SectionView {
  id: string;
  heading: string;
  lead: string | null;
  /** How many things it tells of. */
  count: number;
  prose: UpgradeProse[];
  lines: LineView[];
  table: AnswerTable | null;
  /** The words that it is folded under; null where it stands open. */
  folded: string | null;
  /** It warns of a loss. */
  loud: boolean;
  /** Its lines are to be ticked off. */
  ticks: boolean;
}

/** Something to know before reading on. */
export interface NoticeView {
  kind: 'danger' | 'caution' | 'quiet';
  text: string;
  link: { text: string; href: string } | null;
}

/** What changes between two versions, as a page shows it. */
export interface AnswerView {
  title: string;
  notices: NoticeView[];
  summary: string;
  sections: SectionView[];
}

/** Names for customers, by their ids. */
export interface Names {
  modules: ReadonlyMap<string, string>;
  features: ReadonlyMap<string, string>;
  compatibility: ReadonlyMap<string, string>;
}

/** The names of a product. A product with one module does not name it. */
export function namesOf({
  modules,
  features = [],
  compatibility = [],
}: Pick<ReleasesDocument, 'modules'> & Partial<Pick<ReleasesDocument, 'features' | 'compatibility'>>): Names {
  const named = (terms: ReleasesDocument['features']) => new Map(terms.map(({ id, name }) => [id, name]));
  return {
    modules: modules.length < 2 ? new Map() : named(modules),
    features: named(features),
    compatibility: named(compatibility),
  };
}
