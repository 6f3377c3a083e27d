import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { subfolders } from '../../store/folders.ts';
import { readIfThere } from '../../store/transaction.ts';

/** The digest of the sample ledger as `npm run demo` wrote it last. */
export const SAMPLE_DIGEST = fileURLToPath(new URL('../../demo/sample-digest.txt', import.meta.url));

/** The sample's policies name repositories of the sample world. */
const SAMPLE_WORLD = /^\s*repository:\s*["']?\.\.\/\.demo\//m;

/** What stands where a ledger is to be written. */
export type Standing =
  | { kind: 'nothing' }
  /** The sample ledger, byte by byte, and nothing else. */
  | { kind: 'sample' }
  /** The sample ledger with something in it that somebody made. */
  | { kind: 'edited-sample' }
  | { kind: 'ledger'; products: string[] };

/** Says what a content folder holds. Only what is the sample to the last byte counts as the sample. */
export function standingIn(content: string, sampleDigest: string = recordedDigest()): Standing {
  const entries = recordsIn(content);
  if (entries.length === 0) return { kind: 'nothing' };
  const products = subfolders(path.join(content, 'ledger'));
  const isSample = products.some((id) =>
    SAMPLE_WORLD.test(readIfThere(path.join(content, 'ledger', id, 'policy.md')) ?? ''),
  );
  if (!isSample) return { kind: 'ledger', products };
  return { kind: ledgerDigest(content) === sampleDigest ? 'sample' : 'edited-sample' };
}

function recordedDigest(): string {
  return (readIfThere(SAMPLE_DIGEST) ?? '').trim();
}

/** What a content folder holds for everybody to see; hidden entries are tools' own. */
export function recordsIn(content: string): string[] {
  try {
    return readdirSync(content)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}

/** A digest of the names and the bytes of all records of a ledger. */
export function ledgerDigest(content: string): string {
  const hash = createHash('sha256');
  for (const file of filesBelow(content))
    hash.update(
      `${createHash('sha256')
        .update(readFileSync(path.join(content, file)))
        .digest('hex')}  ${file}\n`,
    );
  return `sha256:${hash.digest('hex')}`;
}

function filesBelow(content: string): string[] {
  const files = recordsIn(content).flatMap((name) =>
    readdirSync(content, { withFileTypes: true }).some((entry) => entry.name === name && entry.isDirectory())
      ? readdirSync(path.join(content, name), { recursive: true, withFileTypes: true })
          .filter((entry) => !entry.isDirectory())
          .map((entry) => path.relative(content, path.join(entry.parentPath, entry.name)))
      : [name],
  );
  return files.map((file) => file.split(path.sep).join('/')).sort();
}
