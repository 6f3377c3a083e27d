import path from 'node:path';
import {
  Fault,
  headingOf,
  SECTIONS,
  type Section,
  SectionSchema,
  sectionOf,
} from '../../src/records/index.ts';
import { amendNote, type NoteAmendment } from '../notes/amended-note.ts';
import { proofreadText } from '../notes/proofread-ledger.ts';
import { LedgerReader, type StoredNote } from '../store/read.ts';
import { writeAllOrNothing } from '../store/transaction.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger amend-note` is asked for. */
export interface AmendNoteOptions {
  content: string;
  product: string;
  release: string;
  /** What was corrected, for customers. */
  says: string;
  entry?: string;
  text?: string;
  add?: string;
  known?: string;
  fixedBy?: string;
  since?: string;
  found?: string;
  module?: string;
  withdraw?: string;
  use?: string;
  /** When; now where it is not given. */
  at?: string;
}

/** Corrects a note that is out, and says so in it. Returns the exit code. */
export async function amendNoteOfRelease(options: AmendNoteOptions, out: Console): Promise<number> {
  const reader = new LedgerReader(options.content);
  const stored = storedNote(reader, options);
  const amendment = amendmentOf(options);
  const text = amendNote(stored, amendment, () => knownIds(reader, options.product));
  refuseMistakes(reader, options, text);
  writeAllOrNothing(options.content, (transaction) => transaction.write(stored.file, text));
  const { at, says } = amendment;
  if (out.json)
    out.result({ product: options.product, version: options.release, file: stored.file, at, says });
  out.say(`Wrote ${stored.file}. Its page, its feeds and its files say from the next build on:`);
  out.say(`  ${at.slice(0, 10)}: ${says}`);
  return 0;
}

function storedNote(reader: LedgerReader, { product, release }: AmendNoteOptions): StoredNote {
  const stored = reader.note(product, release);
  if (stored !== null) return stored;
  throw new Fault(`${product} has no note of ${release}`, {
    hint: `It has notes of ${reader.notedVersions(product).sort().join(', ') || 'no release'}.`,
  });
}

function knownIds(reader: LedgerReader, product: string): string[] {
  return reader
    .notedVersions(product)
    .flatMap((version) => reader.note(product, version)?.data.known?.map(({ id }) => id) ?? []);
}

function amendmentOf(options: AmendNoteOptions): NoteAmendment {
  const { says, entry, text, add, known, withdraw, use } = options;
  if (says.trim() === '')
    throw new Fault('--says says nothing', { hint: 'Tell customers what was corrected.' });
  if ((entry ?? add) !== undefined && text === undefined)
    throw new Fault('the new words are missing', { hint: 'Write them with --text.' });
  return {
    at: momentOf(options.at),
    says: says.trim(),
    ...(entry !== undefined && { reword: { id: entry, text: text ?? '' } }),
    ...(add !== undefined && { add: { section: sectionNamed(add), text: text ?? '' } }),
    ...(known !== undefined && { known: { text: known, issue: issueOf(options) } }),
    ...(withdraw !== undefined && { withdrawn: { reason: withdraw, ...(use !== undefined && { use }) } }),
  };
}

function issueOf({ module, since, found, fixedBy, at }: AmendNoteOptions) {
  return {
    ...(module !== undefined && { module }),
    ...(since !== undefined && { since }),
    found: found ?? momentOf(at).slice(0, 10),
    ...(fixedBy !== undefined && { fixedBy }),
  };
}

function sectionNamed(name: string): Section {
  const { data: id = sectionOf(name) } = SectionSchema.safeParse(name.trim().toLowerCase());
  if (id !== null) return id;
  throw new Fault(`"${name}" is no section of a note`, {
    hint: `Write one of ${SECTIONS.map(({ id }) => `${id} (${headingOf(id)})`).join(', ')}.`,
  });
}

/** A correction must not bring a mistake that stops the next build; one that was there before does not hinder it. */
function refuseMistakes(reader: LedgerReader, { product, release }: AmendNoteOptions, text: string): void {
  const errors = proofreadText(reader, product, release, text).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const before = new Set(proofreadText(reader, product, release).map(({ says }) => says));
  const first = errors.find(({ says }) => !before.has(says));
  if (first === undefined) return;
  throw new Fault(first.says, {
    place: { file: path.join(reader.content, 'notes', product, `${release}.md`), line: first.line },
    hint: first.todo,
  });
}
