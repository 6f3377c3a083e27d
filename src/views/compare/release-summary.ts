/** Something of a release that another release has as well, by name. */
export interface SummaryLine {
  name: string;
  text: string;
  /** A figure, whose difference can be told. */
  value?: number;
}

/** A change of a release. */
export interface SummaryChange {
  id: string;
  title: string;
  href: string;
}

/** A change that a later release took back. */
export interface TakenBack extends SummaryChange {
  /** The still later release that brought it again. */
  restoredIn?: string;
}

/** What is compared, in the order in which it is read. */
export const SUMMARY_PARTS = ['controls', 'votes', 'metrics', 'artifacts'] as const;
export type SummaryPart = (typeof SUMMARY_PARTS)[number];

/** A release in short, as a file of the site: all that a comparison needs of it. */
export interface ReleaseSummary {
  product: string;
  version: string;
  href: string;
  verdict: string;
  /** The release that this one came after; null for the first. */
  previous: string | null;
  /** Changes that it brought. */
  changes: SummaryChange[];
  /** Earlier releases' changes that it took back. */
  takesBack: TakenBack[];
  parts: Record<SummaryPart, SummaryLine[]>;
}

/** A release and the one before it: the line that leads to it. */
export type ReleaseStep = Pick<ReleaseSummary, 'version' | 'previous'>;
