import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Test files that take longest, in the order in which they begin: one of them at the end would run all alone. */
const LONG = [
  /\/scripts\/site\/(?:regenerate|whole-build)\./,
  /\/scripts\/(?:pipelines|browser|tool|guide)\//,
  /\/scripts\/(?:site|migrate)\/|\/scripts\/ledger\./,
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const found = LONG.findIndex((pattern) => pattern.test(moduleId));
  return found === -1 ? LONG.length : found;
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: 'scripts/testing/shared-folder.ts',
    sequence: { sequencer: LongestFirst },
    // Whole commands on real repositories, builds and a browser: slow machines must not fail them.
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
