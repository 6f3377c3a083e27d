import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { compareVersions } from '../../src/history/version-order.ts';
import type { Mistake } from '../../src/notes/proofread/mistake.ts';
import { noteText } from '../../src/notes/proofread/note-texts.ts';
import { proofread } from '../../src/notes/proofread/proofread.ts';
import type { Product } from '../../src/records/index.ts';
import { markdownNames } from '../store/folders.ts';
import { LedgerReader } from '../store/read.ts';
import { idsAround } from './ids-around.ts';
import { type FaultyNote, filesBeside, readNote } from './proofread-ledger.ts';

const MistakeSchema = z.object({
  severity: z.enum(['error', 'warning']),
  line: z.int(),
  says: z.string(),
  todo: z.string(),
});

/** What was found in a note, and all that it was found by. */
const KeptSchema = z.object({
  /** Of the note, its pictures' names and its product's page. */
  digest: z.string(),
  /** Versions that were looked for, and whether they have notes. */
  asked: z.array(z.tuple([z.string(), z.boolean()])),
  mistakes: z.array(MistakeSchema),
});
type Kept = z.infer<typeof KeptSchema>;

const FileSchema = z.object({ code: z.string(), notes: z.record(z.string(), KeptSchema) });

/**
 * Proofreads all notes of a ledger, those that are as they were by what was found then: `file` keeps it, `code` tells
 * which rules found it. A file that is broken or of other rules counts for nothing.
 */
export function proofreadKept(content: string, file: string, code: string): FaultyNote[] {
  const before = readKept(file, code);
  const after = new Map<string, Kept>();
  const reader = new LedgerReader(content);
  const faulty = markdownNames(path.join(content, 'products'))
    .sort()
    .flatMap((id) => {
      const product = reader.product(id);
      return product === null ? [] : faultyNotes(reader, id, product, before, after);
    });
  writeKept(file, code, after);
  return faulty;
}

function faultyNotes(
  reader: LedgerReader,
  id: string,
  product: Product,
  before: ReadonlyMap<string, Kept>,
  after: Map<string, Kept>,
): FaultyNote[] {
  const versions = reader.notedVersions(id).sort(compareVersions);
  const noted = new Set(versions);
  const page = JSON.stringify(product);
  return versions.flatMap((version) => {
    const file = path.join(reader.content, 'notes', id, `${version}.md`);
    const pictures = filesBeside(reader.content, id, version).join('\n');
    const digest = hash('sha256', `${page}\n${pictures}\n${readFileSync(file, 'utf8')}`);
    const known = before.get(file);
    const isSame = known?.digest === digest && known.asked.every(([each, is]) => noted.has(each) === is);
    const found = isSame
      ? { kept: known, mistakes: known.mistakes }
      : lookAt(reader, id, product, version, noted, digest);
    if (found === null) return [];
    if (found.kept !== null) after.set(file, found.kept);
    return found.mistakes.length === 0 ? [] : [{ file, product: id, version, mistakes: found.mistakes }];
  });
}

/** What was found by looking into other notes is not kept: they may change. */
function lookAt(
  reader: LedgerReader,
  id: string,
  product: Product,
  version: string,
  noted: ReadonlySet<string>,
  digest: string,
): { kept: Kept | null; mistakes: Mistake[] } | null {
  const note = readNote(reader, id, version);
  if (note === null) return null;
  const own = new Set(note.note.entries.map((entry) => entry.id));
  const around = idsAround(note, reader, id);
  const asked = new Map<string, boolean>();
  let isAlone = true;
  const mistakes = proofread(
    noteText(note, {
      product,
      versions: {
        has: (each) => {
          asked.set(each, noted.has(each));
          return noted.has(each);
        },
      },
      ids: {
        has: (each) => {
          isAlone &&= own.has(each);
          return around.has(each);
        },
      },
    }),
  );
  return { kept: isAlone ? { digest, asked: [...asked], mistakes } : null, mistakes };
}

function readKept(file: string, code: string): ReadonlyMap<string, Kept> {
  try {
    const stored = FileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return new Map(stored.code === code ? Object.entries(stored.notes) : []);
  } catch {
    return new Map();
  }
}

function writeKept(file: string, code: string, notes: ReadonlyMap<string, Kept>): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, JSON.stringify({ code, notes: Object.fromEntries(notes) }));
  renameSync(beside, file);
}
