import { describe, expect, test } from 'vitest';
import { deployed, rolledBack } from '../../history/deployments/testing/index.ts';
import { boardEnvironments } from '../board/board-environments.ts';
import type { CellView } from '../table-view.ts';
import { recordPlace } from '../verdict/record-links.ts';
import { ageText } from './age-text.ts';
import { deployedWhere } from './deployed-where.ts';
import { findingList } from './finding-view.ts';
import { firstLine } from './prose-view.ts';
import { namedRollbackTable, type ProductRollback, rollbackPages, rollbackTable } from './rollback-rows.ts';
import { productOf } from './testing/product.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

function textOf(cell: CellView | undefined): string {
  return (cell ?? [])
    .map((part) => {
      if (part.is === 'mark') return part.mark.text;
      if (part.is === 'time') return part.time.instant;
      return part.is === 'account' ? part.account.name : part.text;
    })
    .join(' ');
}

test.each([
  [0, '0 s'],
  [43 * SECOND, '43 s'],
  [24 * 60 * SECOND, '24 min'],
  [90 * SECOND, '1 min 30 s'],
  [5 * HOUR + 12 * 60 * SECOND, '5 h 12 min'],
  [24 * HOUR, '1 day'],
  [76 * HOUR, '3 days 4 h'],
  [24 * HOUR + 5 * 60 * SECOND, '1 day'],
  [41 * 24 * HOUR + 3 * HOUR, '41 days'],
  [-5, '0 s'],
])('%i ms is "%s"', (milliseconds, text) => {
  expect(ageText(milliseconds).replaceAll('\u00a0', ' ')).toBe(text);
});

test('the first line of a reason is its first paragraph, not too long', () => {
  expect(firstLine('One\ntwo.\n\nThree.')).toBe('One two.');
  expect(firstLine('  \n')).toBeNull();
  expect(firstLine('a'.repeat(500))?.length).toBe(140);
});

test('a deployment and its environment are shown on pages of their own', () => {
  expect(recordPlace('ledger/lantern/deployments/production/20260203T114500Z-1.4.0.md')).toBe(
    '/audit/lantern/environments/production/20260203T114500Z-1.4.0/',
  );
  expect(recordPlace(null)).toBeNull();
});

test('many findings are cut, and none is told twice', () => {
  const findings = Array.from({ length: 30 }, (_, index) => ({
    text: `no ${Math.floor(index / 2)}`,
    record: null,
  }));
  const { shown, further } = findingList(findings, 'UTC');
  expect(shown.length + (further[0]?.lines.length ?? 0)).toBe(15);
});

describe('rollbacks', () => {
  const product = productOf([
    deployed('1.0.0', { at: '08:00' }),
    deployed('1.1.0', { at: '09:00' }),
    rolledBack('1.0.0', '1.1.0', {
      at: '10:00',
      rollback: {
        from: '1.1.0',
        detectedAt: '2026-06-01T09:50:00+00:00',
        restoredAt: '2026-06-01T10:05:00+00:00',
      },
    }),
  ]);
  const all = product.environments.flatMap(({ environment, rollbacks }) =>
    rollbacks.map((rollback): ProductRollback => ({ product, environment, rollback })),
  );

  test('are told in a row', () => {
    const [row] = rollbackTable(all, 'Rollbacks').rows;
    expect(row?.map(textOf).map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      '2026-06-01T10:00:00+00:00',
      'production',
      '1.1.0 → 1.0.0 rolled back',
      'nobody said',
      '15 min',
      'not told',
      'The record gives no reason.',
    ]);
  });

  test('that come leave the numbered pages as they are', () => {
    const [rollback] = all;
    if (rollback === undefined) throw new Error('there is one');
    const named = (_: unknown, index: number): ProductRollback => ({
      ...rollback,
      rollback: { ...rollback.rollback, recoverySeconds: index },
    });
    const oldestFirst = Array.from({ length: 170 }, named);
    const [before, after] = [oldestFirst.slice(0, 169), oldestFirst].map((list) =>
      rollbackPages(list.toReversed()),
    );
    expect(before?.numbered).toHaveLength(3);
    expect(after?.numbered).toEqual(before?.numbered);
    expect(after?.newest).not.toEqual(before?.newest);
  });

  test('of several products name theirs', () => {
    const { columns, rows } = namedRollbackTable(all, 'Rollbacks');
    expect(columns[1]?.text).toBe('Product');
    expect(textOf(rows[0]?.[1])).toBe('Ledgerly');
    expect(rows[0]).toHaveLength(columns.length);
  });

  test('count for the release that they took away as well', () => {
    const { table } = deployedWhere('1.1.0', product);
    expect(table?.rows.map((row) => textOf(row[3]))).toEqual(['rolled back taken away', 'deployed']);
    expect(deployedWhere('9.9.9', product).table).toBeNull();
  });
});

describe('the board', () => {
  test('says what runs where, what differs, and what one would go back to', () => {
    const product = productOf([
      deployed('1.1.0', { at: '08:00', environment: 'pre-prod' }),
      deployed('1.0.0', { at: '09:00' }),
    ]);
    const [block] = boardEnvironments([product]).blocks;
    expect(block?.table.rows.map((row) => textOf(row[0]))).toEqual([
      'dev',
      'staging',
      'pre-prod',
      'production',
    ]);
    expect(textOf(block?.table.rows.at(-1)?.[4])).toBe('settled Drift 2 modules differ');
    expect(textOf(block?.table.rows[0]?.[4])).toBe('No deployment is recorded.');
  });

  test('keeps its room', () => {
    const many = Array.from({ length: 6 }, () => productOf([]));
    const { blocks, further } = boardEnvironments(many);
    expect(blocks).toHaveLength(4);
    expect(further).toBe(8);
  });
});
