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
import { type NoteRecord, readNotes } from './notes.ts';
import { once } from './once.ts';
import { pageReader } from './page-reader.ts';
import { readTrail } from './trail.ts';

/** Every judged release with the one before it, the newest first. */
export const readSteps: (product: string) => ReleaseStep[] = once('steps', (product) => {
  const summaries = readTrail(product).map(({ summary }) => summary);
  const known = new Set(summaries.map(({ version }) => version));
  return summaries.map(({ version, previous }) => ({
    version,
    previous: previous !== null && known.has(previous) ? previous : null,
  }));
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
    const found = summaries(product).get(version);
    if (found === undefined) throw new Error(`${product} ${version} is not judged`);
    return found;
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

const summaries = once('summaries', (product): Map<string, ReleaseSummary> => {
  const taken = Map.groupBy(readNotes(product).flatMap(takenBackOf), ({ by }) => by);
  return new Map(
    readTrail(product).map(({ summary }) => {
      const takesBack = (taken.get(summary.version) ?? []).map(({ change }) => change);
      return [summary.version, { ...summary, takesBack }];
    }),
  );
});

/** Changes of a note that later releases took back, on whichever line. */
function takenBackOf({ note, body }: NoteRecord): { by: string; change: TakenBack }[] {
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
