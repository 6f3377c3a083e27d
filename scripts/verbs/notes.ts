import { headingOf, SECTIONS } from '../../src/records/index.ts';
import type { ReleasedChange } from '../harvest/account.ts';
import type { PartsBetween } from '../harvest/parts-between.ts';
import { entryIdOf, type Wording, wordedEntries } from '../harvest/worded-entries.ts';
import { type NotedEntry, notedEntries } from '../store/noted-entries.ts';
import { LedgerReader } from '../store/read.ts';
import { resolveHarvested } from '../store/versions.ts';
import type { Console } from './console.ts';
import { readSince } from './since.ts';

/** What `ledger notes` is asked for. */
export interface NotesOptions {
  content: string;
  product: string;
  release: string;
  since?: string;
  format: 'markdown' | 'json';
}

/** Prints the note of a release, or of all that has come since another one. */
export async function notes(options: NotesOptions, out: Console): Promise<number> {
  const reader = new LedgerReader(options.content);
  const version = resolveHarvested(reader, options.product, options.release);
  const since = options.since === undefined ? null : resolveHarvested(reader, options.product, options.since);
  const entries =
    since === null
      ? notedEntries(reader, options.product, version)
      : await entriesSince(reader, options, version, since, out);
  const previous = since ?? reader.note(options.product, version)?.data.previous ?? null;
  if (options.format === 'json' || out.json)
    out.result({ product: options.product, version, since: previous, entries });
  else out.print(asMarkdown(reader, options.product, version, previous, entries));
  return 0;
}

/** Entries of a range from history, in the words that the notes of the range give them. */
async function entriesSince(
  reader: LedgerReader,
  { product }: NotesOptions,
  version: string,
  since: string,
  out: Console,
): Promise<NotedEntry[]> {
  const { account, parts, versions, wording } = await readSince(reader, product, since, version, out);
  const offered = new Set(
    versions.flatMap((known) => reader.note(product, known)?.data.entries.map(({ id }) => id) ?? []),
  );
  const worded = new Map(
    versions.flatMap((known) =>
      notedEntries(reader, product, known).map((entry) => [entry.id, entry] as const),
    ),
  );
  const published = account.changes.filter((change) => change.fate.became === 'published');
  return [...published.flatMap((change) => fromChange(change, account.changes, wording)), ...parts.entries]
    .filter(({ id }) => worded.has(id) || !offered.has(id))
    .map((entry) => ({ ...entry, ...inWordsOf(worded.get(entry.id), parts) }));
}

/** A person may have changed an entry's words and its place. Of a part's move, a note tells its own release's step. */
function inWordsOf(worded: NotedEntry | undefined, { harvested }: PartsBetween): Partial<NotedEntry> {
  if (worded === undefined) return {};
  const { section, title } = worded;
  return harvested.has(title) ? { section } : { section, title };
}

function fromChange(change: ReleasedChange, all: readonly ReleasedChange[], wording: Wording): NotedEntry[] {
  const rolled = change.rollsUp.flatMap((id) => all.find((other) => other.id === id)?.commits ?? []);
  const own = change.commits.length > 0 ? change.commits : [change.landing];
  const commits = [...rolled, ...own].map(({ id }) => id);
  return wordedEntries(change, wording).map(({ section, markdown, kind }, index) => ({
    id: entryIdOf(change.id, index),
    pullRequest: change.number,
    kind,
    section,
    title: markdown,
    commits,
  }));
}

function asMarkdown(
  reader: LedgerReader,
  product: string,
  version: string,
  since: string | null,
  entries: readonly NotedEntry[],
): string {
  const name = reader.product(product)?.name ?? product;
  const intro = reader.note(product, version)?.body.split(/^## /m)[0]?.trim() ?? '';
  const sections = [...new Set(entries.map((entry) => entry.section))].sort((a, b) => place(a) - place(b));
  const blocks = sections.map((section) => {
    const byTitle = Map.groupBy(
      entries.filter((entry) => entry.section === section),
      ({ title }) => title,
    );
    const bullets = [...byTitle].map(([title, alike]) => bullet(title, alike));
    return `## ${SECTIONS.some(({ id }) => id === section) ? headingOf(section as never) : section}\n\n${bullets.join('\n')}\n`;
  });
  const head = `# ${name} ${version}\n${since === null ? '' : `\nChanges since ${since}.\n`}`;
  return [head, intro === '' ? '' : `${intro}\n`, ...blocks].filter((block) => block !== '').join('\n');
}

function place(section: string): number {
  const index = SECTIONS.findIndex(({ id }) => id === section);
  return index < 0 ? SECTIONS.length : index;
}

/** Entries that a person merged have one bullet with all their numbers. */
function bullet(title: string, entries: readonly NotedEntry[]): string {
  const numbers = entries.flatMap(({ pullRequest }) => (pullRequest === null ? [] : [`#${pullRequest}`]));
  const told = [...new Set(numbers)].join(', ');
  return `- ${title.replaceAll('\n', '\n  ')}${told === '' ? '' : ` (${told})`}`;
}
