import { compareVersions } from '../../src/history/version-order.ts';
import { Fault, leadOf } from '../../src/records/index.ts';
import { versionOfTag } from '../parse/tag-patterns.ts';
import type { LedgerReader } from '../store/read.ts';

/** The version with a note that a person means by "1.2.3", "v1.2.3" or a tag's name. Throws a Fault with the newest ones. */
export function notedVersion(reader: LedgerReader, product: string, wanted: string): string {
  const names = [wanted, wanted.replace(/^v(?=\d)/, ''), taggedVersion(reader, product, wanted)];
  const versions = reader.notedVersions(product).sort((a, b) => compareVersions(b, a));
  const found = versions.find((version) => names.includes(version));
  if (found !== undefined) return found;
  const newest = versions.slice(0, 5);
  throw new Fault(`there is no note of ${product} "${wanted}"`, {
    hint:
      newest.length > 0
        ? `The newest are ${newest.join(', ')}.`
        : `Harvest it first: ledger harvest --product ${product}`,
  });
}

/** Public ledgers have no policy: there a version is written as it is. */
function taggedVersion(reader: LedgerReader, product: string, tag: string): string | null {
  const stored = reader.policy(product);
  return stored === null ? null : versionOfTag(tag, leadOf(stored.policy).tags);
}
