/** What a preview says: the picture that stands beside a link elsewhere. */
export interface Card {
  /** The site's name, small above all. */
  site: string;
  /** What the title belongs to, as the product of a version; null for none. */
  kicker: string | null;
  title: string;
  /** A sentence or a date. */
  text: string;
  /** What must not be overlooked. */
  mark: { text: string; tone: 'danger' | 'accent' } | null;
  /** Numbers at the foot, the most important first; those without room are left out. */
  counts: CardCount[];
}

/** A number and what it counts. */
export interface CardCount {
  count: string;
  label: string;
  tone: 'danger' | 'ink';
}
