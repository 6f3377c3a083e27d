import { describe, expect, test } from 'vitest';
import { deployed, rolledBack } from '../../history/deployments/testing/index.ts';
import { historyPage } from './environment-page.ts';
import { HISTORY_PER_PAGE } from './history-entries.ts';
import { environmentOf, productOf } from './testing/product.ts';

const FIRST = deployed('1.0.0', { at: '08:00' });
const SECOND = deployed('1.1.0', { at: '10:00', finishedAt: '10:10' });

describe('history', () => {
  test('shows the newest first, a rollback with from, to, trigger and reason', () => {
    const back = rolledBack('1.0.0', '1.1.0', {
      at: '11:00',
      rollback: { from: '1.1.0', trigger: { kind: 'metric', what: '5xx 4 %' } },
    });
    const product = productOf([FIRST, SECOND, { ...back, body: 'It was slow\nfor everybody.\n\nMore.\n' }]);
    const { rows } = historyPage(environmentOf(product), product, 1);
    expect(rows.map(({ name }) => name?.text)).toEqual(['1.1.0 → 1.0.0', '1.1.0', '1.0.0']);
    expect(rows[0]).toMatchObject({
      what: { text: 'rolled back' },
      loud: 'caution',
      notes: ['a metric: 5xx 4 %', 'It was slow for everybody.'],
    });
  });

  test('is loud about what failed, and about a rollback to what had never run here', () => {
    const never = rolledBack('1.0.0', '1.1.0', { at: '11:00', outcome: 'failed' });
    const product = productOf([SECOND, never]);
    const [row] = historyPage(environmentOf(product), product, 1).rows;
    expect(row).toMatchObject({
      what: { text: 'rollback failed' },
      loud: 'danger',
      marks: [{ text: 'had never been deployed here' }],
    });
  });

  test('says what is missing once for all modules alike', () => {
    const late = deployed('1.0.0', {
      at: '08:00',
      modules: ['api', 'db'].map((id) => ({ id, version: '1.0.0', revision: 31 })),
    });
    const product = productOf([late]);
    const { rows } = historyPage(environmentOf(product), product, 1);
    expect(rows[1]).toMatchObject({
      at: null,
      notes: ['Helm revisions 1 to 30 of api and db are not recorded.', expect.any(String)],
    });
  });

  test('has pages', () => {
    const many = Array.from({ length: HISTORY_PER_PAGE + 10 }, (_, index) =>
      deployed(`1.${index}.0`, {
        at: `2026-05-${10 + Math.floor(index / 24)}T${String(index % 24).padStart(2, '0')}:00:00+00:00`,
      }),
    );
    const product = productOf(many);
    const second = historyPage(environmentOf(product), product, 2);
    expect(second).toMatchObject({ page: 2, pages: 2 });
    expect(second.rows).toHaveLength(10);
    expect(second.strip?.bars.at(-1)?.text).toContain('1.9.0');
  });
});

describe('the strip', () => {
  test('gives each release a row, and marks rollbacks and failures', () => {
    const failed = deployed('1.1.0', { at: '09:00', outcome: 'failed' });
    const back = rolledBack('1.0.0', '1.1.0', { at: '11:00' });
    const product = productOf([FIRST, failed, SECOND, back]);
    const { strip } = historyPage(environmentOf(product), product, 1);
    expect(strip?.versions.map(({ text }) => text)).toEqual(['1.1.0', '1.0.0']);
    expect(strip?.bars.map(({ tone }) => tone)).toEqual(['quiet', 'quiet', 'accent']);
    expect(strip?.signs.map(({ sign }) => sign)).toEqual(['✗', '↩']);
  });

  test('is not drawn where nothing ever changed', () => {
    const product = productOf([FIRST]);
    expect(historyPage(environmentOf(product), product, 1).strip).toBeNull();
  });
});
