// Releases side by side. Only the internal edition's routes import this file.
import { spelledOut } from '../markdown/harmless.ts';
import { fatesOf } from '../notes/fates-of.ts';
import { changeOfEntry } from '../records/values.ts';
import { PAIRS_PER_PAGE } from '../views/compare/compare-paths.ts';
import { type Comparison, compareReleases } from '../views/compare/comparison.ts';
import { descentOf, linesOf } from '../views/compare/lines-of-descent.ts';
import type { ReleaseStep, ReleaseSummary, TakenBack } from '../views/compare/release-summary.ts';
import { settledPages } from '../views/paging/settled-pages.ts';
import { releasePath } from '../views/paths.ts';
import { judgedVersions } from './dossier.ts';
import { findNote, type NoteRecord, notedVersions } from './notes.ts';
import { once } from './once.ts';
import { pageReader } from './page-reader.ts';
import { judgedSummary, previousOf } from './trail.ts';

/** Every judged release with the one before it, the newest first. */
export const readSteps: (product: string) => ReleaseStep[] = once('steps', (product) => {
  const versions = judgedVersions(product);
  const known = new Set(versions);
  return versions.map((version) => {
    const previous = previousOf(product, version);
    return { version, previous: previous !== null && known.has(previous) ? previous : null };
  });
});

/** Releases that have one before them, and that one. */
export function readPairs(product: string): { from: string; to: string }[] {
  return readSteps(product).flatMap(({ version, previous }) =>
    previous === null ? [] : [{ from: previous, to: version }],
  );
}

/** The release that one is compared with; null for a first one. */
export function releaseBefore(product: string, version: string): string | null {
  return before(`${product}/${version}`).release;
}

const before = once(
  'release before',
  (key) => {
    const [product = '', version = ''] = key.split('/');
    return { release: stepsByVersion(product).get(version)?.previous ?? null };
  },
  { cut: true },
);

const stepsByVersion = once(
  'steps by version',
  (product) => new Map(readSteps(product).map((step) => [step.version, step])),
);

/** The same as pages. */
export const readPairPages = once('compared pages', (product) =>
  settledPages(readPairs(product), PAIRS_PER_PAGE),
);

/** One of them. */
export const readPairPage = pageReader('compared page', readPairPages);

/** A release in short. Throws where there is none. */
export function knownSummary(product: string, version: string): ReleaseSummary {
  return summary(`${product}/${version}`);
}

const summary = once(
  'summary',
  (key): ReleaseSummary => {
    const [product = '', version = ''] = key.split('/');
    return { ...judgedSummary(product, version), takesBack: takenBackBy(key) };
  },
  { cut: true },
);

/** A release beside the one before it. Throws for the first release. */
export function knownComparison(product: string, version: string): Comparison {
  const from = releaseBefore(product, version);
  if (from === null) throw new Error(`nothing is before ${product} ${version}`);
  const { onlyFrom, onlyTo } = descents(`${product}/${version}`);
  const of = (each: string): ReleaseSummary => knownSummary(product, each);
  return compareReleases(of(from), of(version), onlyFrom.map(of), onlyTo.map(of));
}

const descents = once(
  'descent',
  (key) => {
    const [product = '', version = ''] = key.split('/');
    return descentOf(releaseBefore(product, version) ?? '', version, lines(product));
  },
  { cut: true },
);

const lines = once('lines of descent', (product) => linesOf(readSteps(product)));

/** Earlier releases' changes that a release took back. */
const takenBackBy = once(
  'taken back by a release',
  (key): TakenBack[] => {
    const [product = '', version = ''] = key.split('/');
    return (takings(product).get(version) ?? []).map(({ change }) => change);
  },
  { cut: true },
);

const takings = once('taken back', (product): ReadonlyMap<string, Taking[]> => {
  const all = notedVersions(product).flatMap((version) => takingsOf(`${product}/${version}`));
  return Map.groupBy(all, ({ by }) => by);
});

/** Few notes tell of any: lists of all read no other note. */
const takingsOf = once(
  'taken back of a release',
  (key): Taking[] => {
    const [product = '', version = ''] = key.split('/');
    const note = findNote(product, version);
    return note === undefined ? [] : takingsIn(note);
  },
  { kept: true },
);

/** A change, and the release that took it back. */
interface Taking {
  by: string;
  change: TakenBack;
}

/** Changes of a note that later releases took back, on whichever line. */
function takingsIn({ note, body }: NoteRecord): Taking[] {
  const bullets = body.sections.flatMap((section) => section.bullets);
  return note.entries.flatMap((entry) => {
    const text = bullets.find(({ ids }) => ids.includes(entry.id))?.text ?? '';
    const change = {
      id: changeOfEntry(entry.id),
      title: plain(text),
      href: releasePath(note.product, note.version),
    };
    return fatesOf(entry).map(({ in: by, restoredIn }) => ({
      by,
      change: restoredIn === undefined ? change : { ...change, restoredIn },
    }));
  });
}

/** The first line of an entry without its emphasis. */
function plain(markdown: string): string {
  return spelledOut(markdown.split('\n', 1)[0] ?? '').replaceAll(/[*_`]/g, '');
}
