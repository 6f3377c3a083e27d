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
    const { content: rows } = historyPage(environmentOf(product), product, null);
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
    const [row] = historyPage(environmentOf(product), product, null).content;
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
    const { content: rows } = historyPage(environmentOf(product), product, null);
    expect(rows[1]).toMatchObject({
      at: null,
      notes: ['Helm revisions 1 to 30 of api and db are not recorded.', expect.any(String)],
    });
  });

  /** The first deployments of a product, an hour after each other. */
  function withDeployments(count: number) {
    const many = Array.from({ length: count }, (_, index) =>
      deployed(`1.${index}.0`, {
        at: `2026-05-${10 + Math.floor(index / 24)}T${String(index % 24).padStart(2, '0')}:00:00+00:00`,
      }),
    );
    return productOf(many);
  }

  test('has pages', () => {
    const product = withDeployments(2 * HISTORY_PER_PAGE + 10);
    const first = historyPage(environmentOf(product), product, 1);
    expect(first).toMatchObject({ page: 1, newer: null, older: 0 });
    expect(first.content).toHaveLength(HISTORY_PER_PAGE);
    expect(first.strip?.bars.at(-1)?.text).toContain(`1.${HISTORY_PER_PAGE - 1}.0`);
    expect(historyPage(environmentOf(product), product, null).content).toHaveLength(HISTORY_PER_PAGE + 10);
  });

  test('has pages that stay as they are when deployments come, with their strip', () => {
    const pagesOf = (count: number) => {
      const product = withDeployments(count);
      return [1, 2].map((page) => historyPage(environmentOf(product), product, page));
    };
    const before = pagesOf(4 * HISTORY_PER_PAGE);
    expect(before[0]?.strip).not.toBeNull();
    expect(pagesOf(5 * HISTORY_PER_PAGE)).toEqual(before);
  });
});

describe('the strip', () => {
  test('gives each release a row, and marks rollbacks and failures', () => {
    const failed = deployed('1.1.0', { at: '09:00', outcome: 'failed' });
    const back = rolledBack('1.0.0', '1.1.0', { at: '11:00' });
    const product = productOf([FIRST, failed, SECOND, back]);
    const { strip } = historyPage(environmentOf(product), product, null);
    expect(strip?.versions.map(({ text }) => text)).toEqual(['1.1.0', '1.0.0']);
    expect(strip?.bars.map(({ tone }) => tone)).toEqual(['quiet', 'quiet', 'accent']);
    expect(strip?.signs.map(({ sign }) => sign)).toEqual(['✗', '↩']);
  });

  test('is not drawn where nothing ever changed', () => {
    const product = productOf([FIRST]);
    expect(historyPage(environmentOf(product), product, null).strip).toBeNull();
  });
});
