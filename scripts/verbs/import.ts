import { Fault, type ImportFormat, leadOf } from '../../src/records/index.ts';
import { type ImportPlan, planImport } from '../imports/plan-import.ts';
import { type ReadSource, readSource } from '../imports/read-sources.ts';
import { startingPage } from '../imports/starting-page.ts';
import { type TaggedVersions, taggedVersions, versionsBringing } from '../imports/tagged-versions.ts';
import { sayImport } from '../imports/told-import.ts';
import { NO_TAG, NOT_RELEASED } from '../parse/imports/imported-version.ts';
import { readGivenPath } from '../sources/files/given-files.ts';
import { type Clone, openClone } from '../sources/git/client.ts';
import { ledgerPaths } from '../store/paths.ts';
import { LedgerReader } from '../store/read.ts';
import { writeAllOrNothing } from '../store/transaction.ts';
import type { Console } from './console.ts';

/** What `ledger import` is asked for. */
export interface ImportOptions {
  content: string;
  product: string;
  /** Files and folders, in the order in which they count. */
  paths: string[];
  /** Their format; recognised where it is not given. */
  from?: ImportFormat;
  /** A clone whose tags tell dates, and which version brought a file. */
  repo?: string;
  /** Say what would be written, and write nothing. */
  dryRun?: boolean;
}

/** Brings notes from before this tool into the ledger. Returns the exit code. */
export async function importNotes(options: ImportOptions, out: Console): Promise<number> {
  const { content, product } = options;
  const paths = ledgerPaths(product);
  const reader = new LedgerReader(content);

  // 1. Read everything that was named.
  const stored = reader.policy(product);
  const patterns = stored === null ? [] : leadOf(stored.policy).tags;
  const clone = options.repo === undefined ? null : await openClone(options.repo);
  const tagged = clone === null ? null : await taggedVersions(clone, patterns, product);
  const sources: ReadSource[] = [];
  for (const [index, file] of options.paths.entries()) {
    out.progress.step('Reading', index + 1, options.paths.length);
    const bringing = bringingOf(clone, tagged);
    sources.push(
      await readSource(readGivenPath(file), { product, patterns, format: options.from ?? null, bringing }),
    );
  }
  out.progress.end();

  // 2. See what becomes of each version.
  const plan = planImport(product, sources, reader, tagged);
  requireVersions(plan, options.paths);

  // 3. Write all of it, or nothing.
  const page =
    reader.product(product) === null
      ? [{ file: paths.product, text: startingPage(product, stored?.policy ?? null) }]
      : [];
  const files = plan.files.length === 0 ? [] : [...plan.files, ...page];
  if (options.dryRun !== true && files.length > 0)
    writeAllOrNothing(content, (transaction) => {
      for (const { file, text } of files) transaction.write(file, text);
    });
  sayImport(
    { product, sources, plan, files: files.map(({ file }) => file), dryRun: options.dryRun === true },
    out,
  );
  return 0;
}

function bringingOf(clone: Clone | null, tagged: TaggedVersions | null) {
  if (clone === null || tagged === null) return null;
  return (files: readonly string[], root: string) => versionsBringing(clone, tagged, files, root);
}

/** Throws a Fault where nothing at all was found: a mistake in what was named. */
function requireVersions({ versions, unread }: ImportPlan, paths: readonly string[]): void {
  if (versions.length > 0 || unread.some(({ why }) => why === NOT_RELEASED || why === NO_TAG)) return;
  const [first] = unread.filter(({ why }) => why.startsWith('nothing says'));
  throw new Fault(`no version was found in ${paths.join(', ')}`, {
    place: first === undefined ? { file: paths[0] ?? '' } : { file: first.file, line: first.line },
    hint:
      first === undefined
        ? 'Headings that begin with a version are looked for, as "## 1.2.3 - 2026-01-31". Name the format with --from where it is another one.'
        : `${first.text}: ${first.why}.`,
  });
}
