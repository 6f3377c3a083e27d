import { Fault } from '../records/fault.ts';
import { compareBytes, utf8 } from './bytes.ts';
import type { Hashing } from './hashing.ts';
import { leafHashes, treeHash } from './merkle.ts';

/** A record or a file of evidence, by the digest of its bytes. */
export interface DossierFile {
  /** From the content folder on, with "/" between folders: "ledger/lantern/releases/1.4.0/release.md". */
  path: string;
  /** 64 lower-case hex digits, without "sha256:" before them, as `sha256sum` prints them. */
  sha256: string;
}

/**
 * The leaves of a dossier: one line a file, `<sha256 in hex>  <path>\n`, sorted by the bytes of the path. It is the
 * output of `sha256sum` (coreutils), which an auditor gets in the content folder with
 *
 *     find ledger/lantern/releases/1.4.0 -type f ! -name 'seal*.json' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
 *
 * and checks with `sha256sum -c`. Throws a Fault for a path that `sha256sum` would write otherwise (line breaks,
 * backslashes), that hides something (control characters), that leads elsewhere (absolute, ".", ".."), or that is there
 * twice.
 */
export function dossierLines(files: readonly DossierFile[]): string[] {
  const sorted = files.map((file) => ({ ...file, bytes: utf8(checked(file).path) }));
  sorted.sort((a, b) => compareBytes(a.bytes, b.bytes));
  sorted.forEach(({ path }, index) => {
    if (path === sorted[index - 1]?.path)
      throw new Fault('the file is there twice', { place: { file: path } });
  });
  return sorted.map(({ sha256, path }) => `${sha256}  ${path}\n`);
}

/** The root of a dossier: RFC 6962's Merkle tree hash with the lines of `dossierLines` as entries. */
export function* dossierRoot(files: readonly DossierFile[]): Hashing<Uint8Array> {
  return yield* treeHash(yield* leafHashes(dossierLines(files).map(utf8)));
}

function checked(file: DossierFile): DossierFile {
  const wrong = whatIsWrong(file);
  if (wrong === null) return file;
  throw new Fault(`${wrong}: ${JSON.stringify(file.path)}`, {
    hint: 'A seal covers files by paths such as "ledger/lantern/releases/1.4.0/release.md". Rename the file.',
  });
}

function whatIsWrong({ path, sha256 }: DossierFile): string | null {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return 'the digest is not 64 lower-case hex digits';
  if (!path.isWellFormed()) return 'the path is not UTF-8';
  if (/\p{Cc}/u.test(path)) return 'the path has a control character or a line break';
  if (path.includes('\\')) return 'the path has a backslash';
  if (path.split('/').some(isNoName)) return 'the path is not a plain relative one';
  return null;
}

function isNoName(segment: string): boolean {
  return segment === '' || segment === '.' || segment === '..';
}
