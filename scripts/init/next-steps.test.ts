import path from 'node:path';
import { expect, test } from 'vitest';
import { nextSteps, type Started } from './next-steps.ts';
import type { PlannedProduct } from './plan.ts';
import { factsOf } from './testing.ts';

const FACTS = factsOf({ files: ['CHANGELOG.md'] });
const PRODUCT = {
  id: 'core',
  lead: 'core',
  modules: [{ id: 'core', folder: FACTS.folder, path: null }],
} as unknown as PlannedProduct;

function commands(more: Partial<Started>): string[] {
  const base = {
    content: path.resolve('content'),
    products: [PRODUCT],
    repositories: [FACTS],
    example: null,
  };
  return nextSteps({ ...base, harvested: true, imported: false, ...more }).map(({ command }) => command);
}

test('a past is brought along before the first harvest, which is still to come', () => {
  const [first, second] = commands({ harvested: false });
  expect(first).toMatch(/^npm run -s ledger -- import --product core --repo \/clones\/core CHANGELOG\.md/);
  expect(second).toBe('npm run -s ledger -- harvest --product core');
});

test('what was brought along already is not named again', () => {
  expect(commands({ imported: true }).join('\n')).not.toContain('import');
});

test('a ledger of its own place is named in each command', () => {
  const told = commands({
    content: path.resolve('../ledger/content'),
    example: { product: 'core', version: '1.0.0' },
  });
  expect(told.slice(0, 3)).toEqual([
    'npm run build -- --content ../ledger/content --out ../ledger/dist',
    'npm run preview -- --out ../ledger/dist',
    'npm run -s ledger -- --content ../ledger/content verdict --product core --release 1.0.0',
  ]);
  expect(commands({})[0]).toBe('npm run build');
});
