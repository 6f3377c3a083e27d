import { isPrerelease } from '../history/version-order.ts';
import type { NoteBullet } from '../markdown/note-body.ts';
import type { NoteImages } from '../markdown/note-image.ts';
import { renderLine } from '../markdown/render.ts';
import type { MoreWithdrawal, NoteEntry } from '../records/note.ts';
import type { Product } from '../records/product.ts';
import { type EarlyMaturity, maturityOf } from './maturity-view.ts';
import { pullRequestAddress } from './paths.ts';
import { moduleNames } from './tables/module-names.ts';
import type { VersionLink } from './version-link.ts';

/** A pull request that an entry tells of: a link only where everybody may follow it. */
export interface PullRequestView {
  label: string;
  href: string | null;
}

/** A later release that took a change of the entry back, and a still later one that brought it again. */
export interface WithdrawalView {
  /** The pull request, where only one of several is taken back; null where the whole entry is. */
  only: string | null;
  in: VersionLink;
  restoredIn: VersionLink | null;
}

/** A change of the main line may be in every later line by itself: a bullet is no place for all of them. */
const ALSO_IN_SHOWN = 3;

/** What helps against a known issue, and what became of it. */
export interface IssueView {
  /** Null where nothing is known that helps. */
  workaroundHtml: string | null;
  /** What all notes together say of it; null where nothing keeps track of it. */
  fate: IssueFate | null;
}

/** Which releases have a known issue, and where it was fixed. */
export interface IssueFate {
  open: boolean;
  affects: string;
  fixedIn: { version: string; href: string }[];
}

/** One bullet of a note as customers see it. */
export interface EntryView {
  /** The entry's anchor; null for a bullet that a person added. */
  anchor: string | null;
  /** Anchors of further changes that a person merged into the bullet. */
  moreAnchors: string[];
  html: string;
  /** True where `html` holds paragraphs and not one line. */
  blocks: boolean;
  /** Names of the modules that changed; none for a product with one module. */
  modules: string[];
  breaking: boolean;
  /** The word of a feature that is not stable yet; null for all others. */
  maturity: EarlyMaturity | null;
  pullRequests: PullRequestView[];
  /** Other releases that carry the change: the first few of many. */
  alsoIn: VersionLink[];
  /** How many more there are. */
  alsoInMore: number;
  withdrawals: WithdrawalView[];
  /** What is known of it beyond its words; null for all that is no known issue. */
  issue: IssueView | null;
}

/** What a bullet needs to know of the note and the product around it. */
export interface EntryContext {
  product: Product;
  entries: ReadonlyMap<string, NoteEntry>;
  link: (version: string) => VersionLink;
  definitions: string;
  /** Pictures beside the note. */
  images: NoteImages;
  /** True once for each id of the note: only then the id may become an anchor. */
  claim: (id: string) => boolean;
}

/** One bullet with what machines know of its changes. */
export function entryView(bullet: NoteBullet, context: EntryContext): EntryView {
  const entries = bullet.ids.flatMap((id) => context.entries.get(id) ?? []);
  const [anchor = null, ...moreAnchors] = bullet.ids.filter(context.claim);
  return {
    anchor,
    moreAnchors,
    ...renderLine(bullet.text, { level: 4, definitions: context.definitions, images: context.images }),
    modules: moduleNames([...new Set(entries.map((entry) => entry.module))], context.product),
    maturity: maturityOf(entries),
    breaking: entries.some((entry) => entry.breaking === true),
    pullRequests: entries.flatMap((entry) => pullRequestView(entry, context.product)),
    ...alsoIn(entries, context.link),
    withdrawals: withdrawals(entries, context.link),
    issue: null,
  };
}

function alsoIn(
  entries: readonly NoteEntry[],
  link: EntryContext['link'],
): Pick<EntryView, 'alsoIn' | 'alsoInMore'> {
  const versions = [...new Set(entries.flatMap((entry) => entry.alsoIn ?? []))];
  // "and 1 more" would take as much room as the version itself.
  const shown = versions.length === ALSO_IN_SHOWN + 1 ? versions : versions.slice(0, ALSO_IN_SHOWN);
  return { alsoIn: shown.map(link), alsoInMore: versions.length - shown.length };
}

function pullRequestView(entry: NoteEntry, product: Product): PullRequestView[] {
  if (entry.pullRequest === null) return [];
  const repository = product.modules.find((module) => module.id === entry.module)?.repository;
  const href = repository === undefined ? null : pullRequestAddress(repository, entry.pullRequest);
  return [{ label: `#${entry.pullRequest}`, href }];
}

function withdrawals(entries: NoteEntry[], link: EntryContext['link']): WithdrawalView[] {
  const taken = entries
    .map((entry) => ({ entry, fates: shownFates(entry) }))
    .filter(({ fates }) => fates.length > 0);
  const different = new Set(taken.map(({ fates }) => JSON.stringify(fates)));
  const whole = taken.length === entries.length && different.size === 1;
  return (whole ? taken.slice(0, 1) : taken).flatMap(({ entry, fates }) =>
    fates.map((fate) => ({
      only: whole ? null : entry.pullRequest === null ? entry.id : `#${entry.pullRequest}`,
      in: link(fate.in),
      restoredIn: fate.restoredIn === undefined ? null : link(fate.restoredIn),
    })),
  );
}

/** What the entry names first, and what other lines did; a prerelease says little beside its release. */
export function shownFates({ withdrawnIn, restoredIn, moreWithdrawals = [] }: NoteEntry): MoreWithdrawal[] {
  const first = withdrawnIn === undefined ? [] : [{ in: withdrawnIn, restoredIn }];
  const finals = moreWithdrawals
    .filter((fate) => fate.in !== withdrawnIn && !isPrerelease(fate.in))
    .map((fate) => (isPrerelease(fate.restoredIn ?? fate.in) ? { in: fate.in } : fate));
  const byRelease = Map.groupBy(finals, (fate) => fate.in);
  const told = [...byRelease.values()].flatMap(
    (same) => same.find(({ restoredIn: again }) => again !== undefined) ?? same.slice(0, 1),
  );
  return [...first, ...told];
}
