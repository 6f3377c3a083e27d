import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Fault, jsonOfToday, type Seal, SealSchema } from '../../src/records/index.ts';
import { isSealName, sealNumber } from '../../src/seal/seal-name.ts';
import { fileNames } from './folders.ts';
import { PlainFiles } from './plain-files.ts';
import { readRedactions } from './redactions.ts';

const DOSSIER = /^ledger\/[^/]+\/releases\/[^/]+(?=\/)/;
const DEPLOYMENTS = /^ledger\/[^/]+\/deployments(?=\/)/;

/** Where the chain stands: one line per seal in order, as `sha256sum` prints it, to be checked with `sha256sum -c`. */
export const SEAL_LIST = 'ledger/seals.txt';

/** Names of the seals in a folder, the first one first. */
export function sealNames(folder: string): string[] {
  return fileNames(folder)
    .filter(isSealName)
    .sort((a, b) => sealNumber(a) - sealNumber(b));
}

/** Reads a seal. Throws a Fault with the file for one that is none. */
export function readSeal(file: string): Seal {
  return parseSeal(fs.readFileSync(file), file);
}

/** A seal of its bytes, of whatever format; `file` is for Faults. */
export function parseSeal(bytes: Uint8Array, file: string): Seal {
  const parsed = SealSchema.safeParse(jsonOfToday(SealSchema, jsonOf(bytes, file), file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Fault(issue?.message ?? 'it is no seal', {
    place: { file, ...(issue !== undefined && { field: issue.path.join('.') }) },
    hint: 'Nobody writes seals by hand: restore the file from where the ledger is kept.',
  });
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/** Tells which files are sealed, and as what. Reads the seals of a folder once, and only where it is asked about it. */
export class SealedFiles {
  private readonly content: string;
  private readonly known = new Map<string, ReadonlyMap<string, string>>();
  private listed: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(content: string) {
    this.content = content;
  }

  /**
   * "sha256:…" of a file as it was sealed, or as its last redaction left it: what was taken out is never put back. Null
   * for one that is in no seal.
   */
  digestOf(file: string): string | null {
    return this.beside(file).get(file) ?? null;
  }

  /** All that is sealed in the dossier, or among the deployments, that a file belongs to: by file, its digest. */
  beside(file: string): ReadonlyMap<string, string> {
    const folder = (DOSSIER.exec(file) ?? DEPLOYMENTS.exec(file))?.[0];
    return folder === undefined ? NOTHING : this.inFolder(folder);
  }

  private inFolder(folder: string): ReadonlyMap<string, string> {
    const before = this.known.get(folder);
    if (before !== undefined) return before;
    const place = path.join(this.content, folder);
    const names = sealNames(place);
    this.requireSeals(folder, names);
    const files = names.length === 0 ? NOTHING : this.sealedIn(folder, names);
    this.known.set(folder, files);
    return files;
  }

  private sealedIn(folder: string, names: readonly string[]): ReadonlyMap<string, string> {
    const place = path.join(this.content, folder);
    const seals = names.map((name) => readSeal(path.join(place, name)));
    const files = new Map(
      seals.flatMap((seal) => seal.files.map(({ path: file, digest }) => [file, digest] as const)),
    );
    for (const { redaction } of readRedactions(new PlainFiles(this.content), folder))
      if (files.has(redaction.path)) files.set(redaction.path, redaction.after);
    return files;
  }

  /** Where a seal that is listed is gone, nobody knows what it fixed. */
  private requireSeals(folder: string, names: readonly string[]): void {
    this.listed ??= listedSeals(new PlainFiles(this.content));
    const gone = this.listed.get(folder)?.find((file) => !names.includes(path.posix.basename(file)));
    if (gone === undefined) return;
    throw new Fault('the seal is listed and gone: nothing is written where nobody knows what is sealed', {
      place: { file: path.join(this.content, gone) },
      hint: 'Restore the file from where the ledger is kept. See all: ledger verify',
    });
  }
}

/** Seals by the folder that they stand in. A list that is broken is told by whoever reads the chain. */
function listedSeals(plain: PlainFiles): Map<string, string[]> {
  const lines = plain.read(SEAL_LIST)?.toString('utf8').split('\n') ?? [];
  const files = lines.flatMap((line) => /^[0-9a-f]{64} {2}(.+)$/.exec(line)?.[1] ?? []);
  return Map.groupBy(files, (file) => path.posix.dirname(file));
}

/** What is said to whoever would change a sealed file. */
export function sealedFault(file: string): Fault {
  return new Fault(`${file} is sealed, and nothing changes what is sealed`, {
    hint: 'Say what is so in a record beside it: ledger amend --product ID --release VERSION --because TEXT.',
  });
}

/** "sha256:…" of a text's bytes. */
export function textDigest(text: string | Uint8Array): string {
  return `sha256:${hash('sha256', text, 'hex')}`;
}

function jsonOf(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new Fault('the seal cannot be read: it is no JSON', {
      place: { file },
      hint: 'Restore the file from where the ledger is kept.',
      cause,
    });
  }
}
