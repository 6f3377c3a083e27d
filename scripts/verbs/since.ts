import { compareVersions } from '../../src/history/version-order.ts';
import type { Account } from '../harvest/account.ts';
import { accountBetween } from '../harvest/between.ts';
import { fetchRepositories } from '../harvest/load.ts';
import { type PartsBetween, partsBetween } from '../harvest/parts-between.ts';
import { recordedSource } from '../harvest/platform/recorded-source.ts';
import { ownRepositories, readProductHistory } from '../harvest/product-history.ts';
import type { Wording } from '../harvest/worded-entries.ts';
import { wordingFor } from '../harvest/wording.ts';
import { requireRelease } from '../harvest/write-product.ts';
import type { LedgerReader } from '../store/read.ts';
import type { Console } from './console.ts';

/** What has come since another release: its commits and parts, and the versions whose notes may tell of it. */
export interface SinceRelease {
  account: Account;
  versions: string[];
  wording: Wording;
  parts: PartsBetween;
}

/** Reads the product's repositories, since the records hold no range between any two releases. */
export async function readSince(
  reader: LedgerReader,
  product: string,
  since: string,
  version: string,
  out: Console,
): Promise<SinceRelease> {
  const { policy } = reader.knownPolicy(product);
  await fetchRepositories(
    policy.modules.map(({ repository }) => repository),
    true,
  );
  const source = recordedSource(reader, product);
  const history = await readProductHistory({ policy, reader, source, progress: out.progress });
  out.progress.end();
  const [from, to] = [requireRelease(history, since), requireRelease(history, version)];
  const account = accountBetween(history, from, to);
  const wording = wordingFor(reader, policy, ownRepositories(history));
  return {
    account,
    wording,
    parts: partsBetween(history, [from, to], account, reader.product(product), wording),
    versions: reader.notedVersions(product).filter((known) => isBetween(known, since, version)),
  };
}

function isBetween(version: string, since: string, until: string): boolean {
  return version === until || (compareVersions(version, since) > 0 && compareVersions(version, until) < 0);
}
