import { describe, expect, test } from 'vitest';
import { deployed, deploymentPolicy, digestOf, rolledBack } from '../../history/deployments/testing/index.ts';
import type { RecordedDeployment } from '../../history/deployments/timeline.ts';
import type { FactPart } from '../fact-view.ts';
import { driftTable } from './drift-table.ts';
import { backCell, environmentHead, statesCell } from './environment-head.ts';
import { environmentMatrix } from './environment-matrix.ts';
import { environmentTop } from './environment-page.ts';
import { goingBack } from './going-back.ts';
import { runningTable } from './running-table.ts';
import { environmentOf, type ProductWords, productOf } from './testing/product.ts';

const ENDED = { finishedAt: '10:10' };
const FIRST = deployed('1.0.0', { at: '08:00' });
const SECOND = deployed('1.1.0', { at: '10:00', ...ENDED });

function headOf(records: readonly RecordedDeployment[], words: ProductWords = {}, id = 'production') {
  const product = productOf(records, words);
  return environmentHead(environmentOf(product, id), product);
}

function textsOf(parts: readonly FactPart[]): string[] {
  return parts.map((part) => {
    if (part.is === 'mark') return part.mark.text;
    if (part.is === 'time') return part.time.shown;
    return part.is === 'account' ? part.account.name : part.text;
  });
}

describe('an environment in short', () => {
  test('says what runs, since when, and what the ledger says of it now', () => {
    const head = headOf([FIRST, SECOND], { verdicts: { '1.1.0': 'not-blessed' } });
    expect(head.release).toMatchObject({
      version: '1.1.0',
      href: '/audit/ledgerly/1.1.0/',
      verdict: { text: 'Not blessed' },
      since: { instant: '2026-06-01T10:10:00+00:00' },
    });
  });

  test('says that nothing was ever deployed', () => {
    const head = headOf([]);
    expect(head).toMatchObject({ deployed: false, release: null });
    expect(textsOf(statesCell(head))).toEqual(['No deployment is recorded.']);
    expect(textsOf(backCell(head))).toEqual(['–']);
  });

  test('is loud about what is under way and what is in doubt', () => {
    const failed = deployed('1.2.0', { at: '11:00', outcome: 'failed' });
    const running = deployed('2.0.0', { at: '12:00', outcome: 'running' });
    expect(headOf([FIRST, SECOND, failed, running]).states).toMatchObject([
      { mark: { text: 'under way' }, what: '2.0.0: deployment under way' },
      { mark: { text: 'in doubt' }, what: '1.2.0: deployment failed' },
    ]);
  });

  test('names only the newest of many in doubt', () => {
    const failed = Array.from({ length: 9 }, (_, index) =>
      deployed('1.2.0', { at: `11:${10 + index}`, outcome: 'failed' }),
    );
    const { states } = headOf([FIRST, ...failed]);
    expect(states).toHaveLength(4);
    expect(states.at(-1)).toMatchObject({ what: 'and 6 older ones' });
  });

  test('leads to the release that one would go back to, and to the plan', () => {
    const head = headOf([FIRST, SECOND]);
    expect(textsOf(backCell(head))).toEqual(['1.0.0', 'nothing speaks against it', 'plan']);
    expect(head.back.plan).toBe('/audit/ledgerly/environments/production/#going-back');
    expect(head.good).toMatchObject({ version: '1.1.0', runs: true });
  });

  test('has nothing to go back to where no earlier release is known to be good', () => {
    const head = headOf([FIRST, SECOND], { verdicts: { '1.0.0': 'unproven' } });
    expect(textsOf(backCell(head))).toEqual(['nothing to go back to', 'why']);
  });

  test('does not link a release that has no page', () => {
    expect(headOf([FIRST], { unknown: ['1.0.0'] }).release?.href).toBeNull();
  });

  test('tells of an environment that the policy does not name', () => {
    const product = productOf([deployed('1.0.0', { at: '08:00', environment: 'lab' })]);
    const now = environmentOf(product, 'lab');
    expect(environmentHead(now, product).states).toMatchObject([{ mark: { text: 'not in the policy' } }]);
    expect(environmentTop(now, product).rule).toContain('may have been any');
  });
});

describe('the matrix', () => {
  const staged = deployed('1.1.0', { at: '09:00', environment: 'pre-prod' });

  test('marks what differs from the environment before, with its age', () => {
    const { rows } = environmentMatrix(productOf([FIRST, staged]));
    const api = rows.find(({ module }) => module === 'api');
    expect(api?.cells.map(({ runs }) => runs?.version ?? null)).toEqual([null, null, '1.1.0', '1.0.0']);
    expect(api?.cells.at(-1)?.drift).toEqual({
      mark: expect.objectContaining({ text: 'other version', kind: 'caution' }),
      text: 'than pre-prod, for 11\u00a0h',
    });
  });

  test('is louder about the same version with another image', () => {
    const other = deployed('1.0.0', {
      at: '09:00',
      environment: 'pre-prod',
      modules: [{ id: 'api', version: '1.0.0', digest: digestOf('other') }, 'db 1.1.0'],
    });
    const { table } = driftTable(productOf([FIRST, other]));
    expect(table.rows.map(([module = [], kind = []]) => textsOf([...module, ...kind]))).toEqual([
      ['api', 'other image'],
      ['db', 'other version'],
    ]);
  });

  test('says in words where a module is missing', () => {
    const more = deployed('1.0.0', { at: '09:00', modules: ['api 1.0.0', 'db 1.0.0', 'web 1.0.0'] });
    const before = deployed('1.0.0', { at: '09:00', environment: 'pre-prod' });
    const { rows } = environmentMatrix(productOf([more, before]));
    expect(rows.find(({ module }) => module === 'web')?.cells.at(-1)?.drift?.text).toMatch(
      /^not in pre-prod/,
    );
  });

  test('puts modules that differ first where there is no room for all', () => {
    const many = Array.from({ length: 100 }, (_, index) => `part-${100 + index} 1.0.0`);
    const here = deployed('1.0.0', { at: '09:00', modules: [...many, 'zed 1.0.0'] });
    const there = deployed('1.0.0', {
      at: '09:00',
      environment: 'pre-prod',
      modules: [...many, 'zed 2.0.0'],
    });
    const matrix = environmentMatrix(productOf([here, there]));
    expect(matrix.rows[0]?.module).toBe('zed');
    expect(matrix.rows.length + (matrix.further[0]?.lines.length ?? 0)).toBe(101);
  });
});

describe('going back', () => {
  test('has the steps with image and revision, and the words for customers', () => {
    const first = deployed('1.0.0', {
      at: '08:00',
      modules: [{ id: 'api', version: '1.0.0', digest: digestOf('api'), chart: '1.0.0', revision: 7 }],
    });
    const second = deployed('1.1.0', {
      at: '10:00',
      modules: [{ id: 'api', version: '1.1.0', digest: digestOf('next'), revision: 8 }],
    });
    const product = productOf([first, second], { policy: deploymentPolicy({ api: undefined }) });
    const view = goingBack(environmentOf(product), product);
    expect(view).toMatchObject({ from: '1.1.0', target: { version: '1.0.0' }, mark: { kind: 'good' } });
    expect(view.steps?.table.rows.map((row) => textsOf(row.flat()))).toEqual([
      ['1.', 'api', '1.1.0', '1.0.0', digestOf('api'), '1.0.0', '7', '2026-06-01T080000-1.0.0'],
    ]);
    expect(view.customers).toContain('1.1.0 was withdrawn');
    expect(view.command).toContain('--product ledgerly --environment production');
  });

  test('says why newer releases are refused, in the time of the product', () => {
    const bad = rolledBack('1.0.0', '1.1.0', { at: '11:00', rollback: { from: '1.1.0', bad: true } });
    const product = productOf([FIRST, SECOND, bad, deployed('1.2.0', { at: '12:00' })]);
    const view = goingBack(environmentOf(product), product);
    expect(view.target?.version).toBe('1.0.0');
    expect(view.refused).toMatchObject([
      {
        version: '1.1.0',
        because: [{ text: expect.stringContaining('1 Jun 2026, 11:00 UTC: marked as bad') }],
      },
    ]);
  });

  test('blocks while something is under way', () => {
    const running = deployed('1.2.0', { at: '12:00', outcome: 'running' });
    const product = productOf([FIRST, SECOND, running]);
    const { mark, blockers } = goingBack(environmentOf(product), product);
    expect(mark.text).toBe('1 thing to clear up first');
    expect(blockers.shown[0]?.href).toContain('/environments/production/');
  });
});

test('what runs is told module by module, with the deployment that put it there', () => {
  const part = deployed('1.1.0', { at: '10:00', part: true, modules: ['api 1.1.0'] });
  const product = productOf([FIRST, part]);
  const { table } = runningTable(environmentOf(product), product);
  expect(table.rows.map(([id = [], version = []]) => textsOf([...id, ...version]))).toEqual([
    ['db', '1.0.0'],
    ['api', '1.1.0'],
  ]);
});
