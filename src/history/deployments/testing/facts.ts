import type { KnownGoodFacts } from '../known-good-facts.ts';
import type { RecordedDeployment } from '../timeline.ts';
import { MODULES } from './constants.ts';

/** Facts of a product whose releases are all blessed, and whose evidence names the images of these records. */
export function factsOf(
  records: readonly RecordedDeployment[],
  more: Partial<KnownGoodFacts> = {},
): KnownGoodFacts {
  return {
    modules: new Set(MODULES),
    rollbacks: records.filter(({ data }) => data.kind === 'rollback'),
    verdictOf: () => 'blessed',
    namedDigests: (version, module) => digestsIn(records, version, module),
    ...more,
  };
}

function digestsIn(records: readonly RecordedDeployment[], version: string, module: string): Set<string> {
  const deployments = records.filter(({ data }) => data.version === version);
  const modules = deployments.flatMap(({ data }) => data.modules).filter(({ id }) => id === module);
  return new Set(modules.flatMap(({ digest }) => digest ?? []));
}
