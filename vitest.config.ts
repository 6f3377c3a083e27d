import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Whole commands on real repositories, builds and a browser: slow machines must not fail them.
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
