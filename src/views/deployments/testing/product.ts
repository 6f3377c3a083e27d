import { deploymentPolicy, factsOf, PRODUCT, TOLERANCE } from '../../../history/deployments/testing/index.ts';
import { deploymentTimeline, type RecordedDeployment } from '../../../history/deployments/timeline.ts';
import type { Policy } from '../../../records/index.ts';
import type { EnvironmentNow, ProductEnvironments } from '../environment-now.ts';
import { productEnvironments } from '../product-environments.ts';

/** What a test says beside the records. */
export interface ProductWords {
  policy?: Policy;
  /** The moment that is looked at; the evening of the sample day where it is not given. */
  now?: string;
  /** Verdicts that are not "blessed". */
  verdicts?: Readonly<Record<string, 'not-blessed' | 'unproven' | null>>;
  /** Releases without a page. */
  unknown?: readonly string[];
}

/** What runs where of the sample product, of some records. */
export function productOf(
  records: readonly RecordedDeployment[],
  words: ProductWords = {},
): ProductEnvironments {
  const { policy = deploymentPolicy(), now = '2026-06-01T20:00:00Z', verdicts = {}, unknown = [] } = words;
  const versions = [...new Set(records.map(({ data }) => data.version))];
  const verdictOf = (version: string) => (version in verdicts ? (verdicts[version] ?? null) : 'blessed');
  return productEnvironments({
    product: PRODUCT,
    name: 'Ledgerly',
    policy,
    now: Date.parse(now),
    versions: new Set(versions.filter((version) => !unknown.includes(version))),
    timelines: environmentsOf(records, policy).map((id) => ({
      id,
      timeline: deploymentTimeline(records.filter(isIn(id)), TOLERANCE),
    })),
    releases: {
      versions,
      facts: factsOf(records, { verdictOf }),
      recoveryOf: (version) => ({ irreversible: false, stateful: [], record: `recovery of ${version}` }),
      partsOf: () => [],
    },
    publicNames: { product: 'Ledgerly', module: () => null },
  });
}

/** One environment of it. */
export function environmentOf({ environments }: ProductEnvironments, id = 'production'): EnvironmentNow {
  const found = environments.find(({ environment }) => environment.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

function environmentsOf(records: readonly RecordedDeployment[], { environments }: Policy): string[] {
  return [...new Set([...environments.map(({ id }) => id), ...records.map(({ data }) => data.environment)])];
}

function isIn(id: string): (record: RecordedDeployment) => boolean {
  return ({ data }) => data.environment === id;
}
