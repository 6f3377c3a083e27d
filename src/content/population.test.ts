import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { PopulationScope } from '../views/population/scope.ts';

const MOMENT = '2026-09-28T10:00:00+00:00';

type Reader = typeof import('./population.ts');
let reader: Reader;

beforeAll(async () => {
  vi.stubEnv('LEDGER_CONTENT', 'content');
  vi.stubEnv('LEDGER_NOW', MOMENT);
  vi.resetModules();
  reader = await import('./population.ts');
});

/** What the command line prints, whatever its exit code says. */
function printed(verb: string, scope: PopulationScope, ...more: string[]): string {
  const { from, to } = reader.readPopulation(scope).query;
  const product = scope.product === null ? [] : ['--product', scope.product];
  const options = ['--from', from, '--to', to, ...product, ...more];
  try {
    return execFileSync(process.execPath, ['scripts/ledger.ts', verb, ...options], { encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && 'status' in error && error.status === 1)
      return String(error.stdout);
    throw error;
  }
}

describe.each([
  { product: null, month: null },
  { product: 'director', month: null },
  { product: null, month: '2026-09' },
  { product: 'litmus', month: '2026-02' },
  { product: 'openebs', month: null },
])('the pages of %j', (scope) => {
  test('serve the very bytes that the command prints', () => {
    expect(reader.populationCsv(scope)).toBe(printed('population', scope, '--csv'));
  });

  test('have its reconciliation', () => {
    const told = JSON.parse(printed('population', scope, '--reconcile', '--json'));
    expect(reader.readReconciliation(scope)).toEqual({ findings: told.findings, counts: told.counts });
  });

  test('have its rows, in its order', () => {
    const { count, digest } = reader.readPopulation(scope);
    const rows = reader.readRows(scope);
    expect(count).toBe(rows.length);
    const told = JSON.parse(printed('population', scope, '--json'));
    expect(rows.map(({ id }) => id)).toEqual(told.rows.map(({ row }: { row: string }) => row));
    expect(digest).toBe(told.digest);
  });
});

test('every address has its scope, and no other has one', () => {
  expect(reader.scopeOfSlug('product/director/2026-09')).toEqual({ product: 'director', month: '2026-09' });
  expect(reader.scopeOfSlug(undefined)).toEqual({ product: null, month: null });
  expect(() => reader.scopeOfSlug('month/2020-01')).toThrow('no population');
});

test('what does not match leads to a page, reports of stages too', () => {
  const { findings } = reader.readReconciliation({ product: null, month: null });
  const unplaced = findings.filter(({ record }) => record !== null && reader.placeOfRecord(record) === null);
  expect(unplaced).toEqual([]);
  expect(findings.some(({ record }) => record?.includes('/stages/'))).toBe(true);
});
