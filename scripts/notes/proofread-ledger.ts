import { readdirSync } from 'node:fs';
import path from 'node:path';
import { compareVersions } from '../../src/history/version-order.ts';
import { readMarkdown } from '../../src/markdown/front-matter.ts';
import type { Mistake } from '../../src/notes/proofread/mistake.ts';
import type { NoteText } from '../../src/notes/proofread/note-text.ts';
import { noteText, noteTexts, type ReadNote } from '../../src/notes/proofread/note-texts.ts';
import { proofread } from '../../src/notes/proofread/proofread.ts';
import { Fault, NoteSchema, type Product } from '../../src/records/index.ts';
import { markdownNames } from '../store/folders.ts';
import { LedgerReader } from '../store/read.ts';
import { shortPath } from '../tool/short-path.ts';
import { idsAround } from './ids-around.ts';

/** A note with mistakes. */
export interface FaultyNote {
  /** The file as a person can open it. */
  file: string;
  product: string;
  version: string;
  mistakes: Mistake[];
}

/** What is proofread: everything, a product, or one note of it. */
export interface Proofreading {
  product?: string | undefined;
  release?: string | undefined;
}

/** Reads notes as their readers will, and returns those with mistakes. Throws a Fault for what is not there. */
export function proofreadLedger(content: string, { product, release }: Proofreading = {}): FaultyNote[] {
  const reader = new LedgerReader(content);
  const products = markdownNames(path.join(content, 'products')).sort();
  if (product !== undefined && !products.includes(product))
    throw new Fault(`there is no product "${product}" in ${content}`, {
      hint: `Known products: ${products.join(', ')}.`,
    });
  const faulty = products
    .filter((id) => product === undefined || id === product)
    .flatMap((id) => faultyNotes(reader, id, release));
  return faulty;
}

function faultyNotes(reader: LedgerReader, id: string, release: string | undefined): FaultyNote[] {
  const product = reader.product(id);
  if (product === null) return [];
  const versions = reader.notedVersions(id).sort(compareVersions);
  if (release !== undefined && !versions.includes(release))
    throw new Fault(`${id} has no note of ${release}`, { hint: `It has notes of ${versions.join(', ')}.` });
  const texts =
    release === undefined
      ? noteTexts(
          product,
          versions.flatMap((version) => readNote(reader, id, version) ?? []),
        )
      : oneText(reader, id, product, release);
  return texts.map((text) => faultyNote(reader, id, text)).filter(({ mistakes }) => mistakes.length > 0);
}

function faultyNote({ content }: LedgerReader, product: string, text: NoteText): FaultyNote {
  const { version } = text.note;
  const file = path.join(content, 'notes', product, `${version}.md`);
  return { file, product, version, mistakes: proofread(text) };
}

/** One note, as it is or as it would be with another text. The others stay closed unless it names their entries. */
function oneText(
  reader: LedgerReader,
  id: string,
  product: Product,
  release: string,
  text?: string,
): NoteText[] {
  const stored = readNote(reader, id, release);
  if (stored === null) return [];
  const note = text === undefined ? stored : withText(stored, text);
  const versions = new Set(reader.notedVersions(id));
  return [noteText(note, { product, versions, ids: idsAround(note, reader, id) })];
}

/** A note as it is proofread; null where there is none. */
export function readNote(reader: LedgerReader, product: string, version: string): ReadNote | null {
  const stored = reader.note(product, version);
  if (stored === null) return null;
  const { text, data, body } = stored;
  return { text, note: data, source: body, images: filesBeside(reader.content, product, version) };
}

/** The mistakes of one note, as it is or as it would be with another text. */
export function proofreadText(reader: LedgerReader, id: string, release: string, text?: string): Mistake[] {
  const product = reader.product(id);
  return product === null ? [] : oneText(reader, id, product, release, text).flatMap(proofread);
}

function withText(note: ReadNote, text: string): ReadNote {
  const { data, body } = readMarkdown(text, NoteSchema, note.note.version);
  return { ...note, text, note: data, source: body };
}

/** Names of the files beside a note. */
export function filesBeside(content: string, product: string, version: string): string[] {
  try {
    return readdirSync(path.join(content, 'notes', product, version));
  } catch {
    return [];
  }
}

/** Mistakes as lines that editors can jump from: "file:line: what. What to do." */
export function mistakeLines(notes: readonly FaultyNote[]): string[] {
  return notes.flatMap(({ file, mistakes }) =>
    mistakes.map(
      ({ severity, line, says, todo }) =>
        `${severity === 'error' ? '✗' : '!'} ${shortPath(file)}:${line}: ${says}. ${todo}`,
    ),
  );
}

/** True where a build must not go on. */
export function mustStop(notes: readonly FaultyNote[]): boolean {
  return notes.some(({ mistakes }) => mistakes.some(({ severity }) => severity === 'error'));
}
