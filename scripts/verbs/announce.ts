import { announcerOf, type NoteSource, type ProductSource } from '../../src/announce/announcement.ts';
import { announced, changelogOf, type ReleaseForm } from '../../src/announce/forms.ts';
import type { Site } from '../../src/announce/site-links.ts';
import { compareVersions } from '../../src/history/version-order.ts';
import { parseNoteBody } from '../../src/markdown/note-body.ts';
import { parentsOf } from '../../src/notes/publish-release.ts';
import { Fault, type Product } from '../../src/records/index.ts';
import { givenSite } from '../announce/given-site.ts';
import { notedVersion } from '../announce/noted-version.ts';
import { writeWhole } from '../announce/write-whole.ts';
import { LedgerReader } from '../store/read.ts';
import type { Console } from './console.ts';

/** What `ledger announce` is asked for. */
export interface AnnounceOptions {
  content: string;
  product: string;
  release?: string;
  format: ReleaseForm | 'changelog';
  out?: string;
  /** Where the public edition is served. */
  site?: string;
}

/** An announcement and what it is of. */
interface Made {
  version: string | null;
  text: string;
  /** Entries that it says are to be read elsewhere. */
  following: number;
}

/** Prints or writes what tells of a release elsewhere. It posts nothing. Returns the exit code. */
export async function announce(options: AnnounceOptions, out: Console): Promise<number> {
  const reader = new LedgerReader(options.content);
  const site = { address: givenSite(options) };
  const made =
    options.format === 'changelog'
      ? changelog(reader, options, site)
      : release(reader, options, options.format, site);
  deliver(made, options, out);
  if (made.following > 0) out.say(`${made.following} entries had no room: its last line says so.`);
  if (site.address === null)
    out.say('The address of the site is not known, so nothing links to it: --site ADDRESS.');
  return 0;
}

function release(
  reader: LedgerReader,
  { product, release: wanted }: AnnounceOptions,
  form: ReleaseForm,
  site: Site,
): Made {
  const known = knownProduct(reader, product);
  if (wanted === undefined)
    throw new Fault(`--format ${form} is of one release`, { hint: 'Name it: --release VERSION.' });
  const version = notedVersion(reader, product, wanted);
  // Other releases are linked to by their names alone: their notes stay closed.
  const versions = new Set(reader.notedVersions(product));
  const notes = notesOf(reader, product, [version]);
  const [record] = notes;
  if (record === undefined) throw new Fault(`the note of ${product} ${version} is gone`);
  const tell = announcerOf({ id: product, product: known, notes, versions }, site);
  return { version, ...announced(form, tell(record), site) };
}

function changelog(reader: LedgerReader, { product, release: last }: AnnounceOptions, site: Site): Made {
  const source = sourceOf(reader, product);
  const version = last === undefined ? null : notedVersion(reader, product, last);
  const notes = version === null ? source.notes : heldBy(source, version);
  const text = [...changelogOf(source.product.name, notes, announcerOf(source, site))].join('');
  return { version, text, following: 0 };
}

/** A release and those whose whole history it holds. */
function heldBy({ notes }: ProductSource, version: string): NoteSource[] {
  const parents = new Map(notes.map(({ note }) => [note.version, parentsOf(note)]));
  const held = new Set([version]);
  for (const each of held) for (const parent of parents.get(each) ?? []) held.add(parent);
  return notes.filter(({ note }) => held.has(note.version));
}

function sourceOf(reader: LedgerReader, id: string): ProductSource {
  const product = knownProduct(reader, id);
  const notes = notesOf(reader, id, reader.notedVersions(id));
  return { id, product, notes: notes.sort((a, b) => compareVersions(b.note.version, a.note.version)) };
}

function knownProduct(reader: LedgerReader, id: string): Product {
  const product = reader.product(id);
  if (product !== null) return product;
  throw new Fault(`there is no product "${id}" in ${reader.content}`, {
    hint: `Start with: ledger harvest --product ${id} --repo PATH`,
  });
}

function notesOf(reader: LedgerReader, product: string, versions: readonly string[]): NoteSource[] {
  return versions
    .flatMap((version) => reader.note(product, version) ?? [])
    .map(({ data, body }) => ({ note: data, body: parseNoteBody(body) }));
}

function deliver({ version, text, following }: Made, options: AnnounceOptions, out: Console): void {
  const { product, format, out: file } = options;
  if (file !== undefined) writeWhole(file, text);
  if (out.json)
    out.result({ product, version, format, following, ...(file === undefined ? { text } : { file }) });
  else if (file === undefined) out.print(text);
  else out.say(`Wrote ${file}`);
}
