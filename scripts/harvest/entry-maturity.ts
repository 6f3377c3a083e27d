import type { Maturity, Policy } from '../../src/records/index.ts';
import { featureMaturities } from '../../src/verdict/maturity.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import type { LedgerReader } from '../store/read.ts';
import type { ReleasedChange } from './account.ts';

/**
 * How far the features of a release's changes are, by change, as the reports that are filed by now tell. Nothing is
 * read where no change is labelled with a feature, or before the release was harvested once.
 */
export function maturityByChange(
  reader: LedgerReader,
  policy: Policy,
  version: string,
  date: string,
  changes: readonly ReleasedChange[],
): ReadonlyMap<string, Maturity> {
  const [prefix = ''] = policy.featureLabel.toLowerCase().split('{feature}');
  const labelled = changes.some(({ text }) => text.told?.labels.some((label) => label.startsWith(prefix)));
  if (!labelled || reader.releaseText(policy.product, version) === null) return new Map();
  const dossier = readDossier(reader, policy.product, version, date);
  return new Map(
    featureMaturities(dossier).flatMap((feature) =>
      feature.changes.map((change) => [change, feature.maturity] as const),
    ),
  );
}
