import { compareVersions } from '../../src/history/version-order.ts';
import { Fault, leadOf } from '../../src/records/index.ts';
import { versionOfTag } from '../parse/tag-patterns.ts';
import type { LedgerReader } from './read.ts';

/** The version that a person means by "1.2.3", "v1.2.3" or a tag's name. Throws a Fault with the newest ones. */
export function resolveVersion(reader: LedgerReader, product: string, wanted: string): string {
  const { policy } = reader.knownPolicy(product);
  const versions = reader.versions(product);
  const candidates = [wanted, versionOfTag(wanted, leadOf(policy).tags), wanted.replace(/^v(?=\d)/, '')];
  const found = candidates.find((candidate) => candidate !== null && versions.includes(candidate));
  if (found != null) return found;
  const newest = versions.sort(compareVersions).slice(-5).reverse();
  throw new Fault(`the ledger has no release "${wanted}" of ${product}`, {
    hint:
      newest.length > 0
        ? `The newest are ${newest.join(', ')}.`
        : `Harvest it first: ledger harvest --product ${product}`,
  });
}

/** As `resolveVersion`, for what only a harvest can tell. Throws a Fault where the release is open, and not tagged yet. */
export function resolveHarvested(reader: LedgerReader, product: string, wanted: string): string {
  const version = resolveVersion(reader, product, wanted);
  if (reader.releaseText(product, version) !== null) return version;
  throw new Fault(`${product} ${version} is open: it has no tag that was harvested yet`, {
    hint: `Tag it, then: ledger harvest --product ${product}. What it waits for: ledger verdict --product ${product} --release ${version}`,
  });
}
