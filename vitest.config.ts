import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Test files that take longest, in the order in which they begin: one of them at the end would run all alone. Pure ones come
 * last, one after the other: they are short, and share their processes only then.
 */
const LONG = [
  /\/scripts\/site\/(?:regenerate|whole-build)\./,
  /\/scripts\/(?:pipelines|browser|tool|guide)\//,
  /\/scripts\/(?:site|migrate)\/|\/scripts\/ledger\./,
];

/**
 * Tests of code that reads and changes nothing but what it is given: one process runs many files of them, and loads what
 * they share once. All others have a process for each file.
 */
const PURE = [
  'src/{announce,api,history,images,markdown,notes,population,records,seal,verdict,views}/**/*.test.ts',
  'scripts/{deployments,dossier,harvest,parse}/**/*.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId, project }: TestSpecification): number {
  if (project.name === 'pure') return LONG.length + 1;
  const found = LONG.findIndex((pattern) => pattern.test(moduleId));
  return found === -1 ? LONG.length : found;
}

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: 'scripts/testing/shared-folder.ts',
    sequence: { sequencer: LongestFirst },
    // Whole commands on real repositories, builds and a browser: slow machines must not fail them.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: { name: 'whole', include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'], exclude: PURE },
      },
    ],
  },
});
