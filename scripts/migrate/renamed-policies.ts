import path from 'node:path';
import { newestFormat } from '../../src/records/index.ts';
import { ledgerPaths } from '../store/paths.ts';
import { LedgerReader } from '../store/read.ts';
import { type SealedFiles, textDigest } from '../store/sealed-files.ts';
import { readIfThere } from '../store/transaction.ts';
import type { MigratedFile } from './plan-migration.ts';

const POLICY = /^(policy: )"sha256:[0-9a-f]{64}"(?=\r?$)/m;

/**
 * A policy has another digest when it was brought forward, and says what it said. Releases that were harvested under it,
 * and are in no seal, name the new one: else the next harvest would write all of them.
 */
export function withNewPolicies(
  content: string,
  files: readonly MigratedFile[],
  sealed: SealedFiles,
): MigratedFile[] {
  const policies = files.filter(({ kind }) => kind === 'policy');
  const releases = policies.flatMap((policy) => releasesUnder(content, policy, files, sealed));
  const own = new Map(releases.map((release) => [release.file, release]));
  const named = new Set(files.map(({ file }) => file));
  const others = releases.filter(({ file }) => !named.has(file));
  return [...files.map((each) => own.get(each.file) ?? each), ...others];
}

function releasesUnder(
  content: string,
  policy: MigratedFile,
  files: readonly MigratedFile[],
  sealed: SealedFiles,
): MigratedFile[] {
  const product = policy.file.split('/')[1] ?? '';
  const [then, now] = [textDigest(policy.before), textDigest(policy.text)];
  const paths = ledgerPaths(product);
  const known = new Map(files.map((each) => [each.file, each]));
  return new LedgerReader(content).versions(product).flatMap((version) => {
    const file = paths.release(version);
    const before = readIfThere(path.join(content, file));
    if (before === null || sealed.digestOf(file) !== null) return [];
    const migrated = known.get(file);
    const text = migrated?.text ?? before;
    if (POLICY.exec(text)?.[0] !== `policy: "${then}"`) return [];
    const base = migrated ?? { file, kind: 'release' as const, from: newestFormat(), before };
    return [{ ...base, text: text.replace(POLICY, `$1"${now}"`) }];
  });
}
