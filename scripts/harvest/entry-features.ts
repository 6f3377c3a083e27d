import { featuresOf } from '../../src/history/feature-labels.ts';
import type { Maturity, NoteEntry, Policy, Product } from '../../src/records/index.ts';
import { featureMaturities } from '../../src/verdict/maturity.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import type { LedgerReader } from '../store/read.ts';
import type { ReleasedChange } from './account.ts';
import type { ReleasePoint } from './releases.ts';

/** What the entries of a change tell of the feature that it belongs to. */
export type FeatureFacts = (change: ReleasedChange) => Pick<NoteEntry, 'maturity' | 'feature'>;

/**
 * How far the features of a release's changes are, as the reports that are filed by now tell, and which of them
 * customers know by name: labels are internal words, and only those that the product's page names come out.
 */
export function featureFacts(
  reader: LedgerReader,
  policy: Policy,
  product: Product | null,
  { version, date }: ReleasePoint,
  changes: readonly ReleasedChange[],
): FeatureFacts {
  const named = new Set(product?.features?.map(({ id }) => id));
  const words = maturityByChange(reader, policy, version, date, changes);
  return (change) => {
    const maturity = words.get(change.id);
    const feature = featuresOn(change, policy).find((id) => named.has(id));
    return { ...(maturity !== undefined && { maturity }), ...(feature !== undefined && { feature }) };
  };
}

/** Nothing is read where no change is labelled with a feature, or before the release was harvested once. */
function maturityByChange(
  reader: LedgerReader,
  policy: Policy,
  version: string,
  date: string,
  changes: readonly ReleasedChange[],
): ReadonlyMap<string, Maturity> {
  const labelled = changes.some((change) => featuresOn(change, policy).length > 0);
  if (!labelled || reader.releaseText(policy.product, version) === null) return new Map();
  const dossier = readDossier(reader, policy.product, version, date);
  return new Map(
    featureMaturities(dossier).flatMap((feature) =>
      feature.changes.map((change) => [change, feature.maturity] as const),
    ),
  );
}

function featuresOn({ text }: ReleasedChange, { featureLabel }: Policy): string[] {
  return text.told === null ? [] : featuresOf(text.told.labels, featureLabel);
}
