import { describe, expect, test } from 'vitest';
import { populationOf } from '../../population/population.ts';
import type { ReconciliationFinding } from '../../population/reconcile.ts';
import { lanternRecords, WHOLE } from '../../population/testing/records.ts';
import { deployment } from '../../verdict/testing/index.ts';
import { CHANGE_HEADS, changeCells } from './change-cells.ts';
import { changePages } from './change-pages.ts';
import { changeRow } from './change-row.ts';
import { changesData } from './changes-data.ts';
import { populationCommand, reconciliationCommand, sampleCommand } from './command-lines.ts';
import { facetViews } from './filter-options.ts';
import { findingsInOrder, findingsView, hasFindingPages } from './findings-view.ts';
import { newestFirst } from './newest-first.ts';
import { populationFacts } from './population-facts.ts';
import { monthLinks, productLinks, scopeName } from './population-parts.ts';
import { findingsCsvPath, findingsPath, scopeCsvPath, scopePath } from './population-paths.ts';
import { isWhole, scopeSlug, WHOLE_POPULATION } from './scope.ts';
import { change } from './testing/change.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const NAMES = new Map([['lantern', 'Lantern']]);
const SCOPE = { product: 'lantern', month: '2026-02' };

describe('a row', () => {
  test('leads to its change, its verdict and its deployment', () => {
    const [row] = populationOf(WHOLE, () => lanternRecords([deployment()])).rows();
    if (row === undefined) throw new Error('no row');
    const short = changeRow(row);
    expect(short.verdictHref).toBe(`/audit/${row.product}/${row.version}/verdict/`);
    expect(short.deploymentHref).toBe(
      `/audit/${row.id.split('/').slice(0, 2).join('/environments/')}/${row.id.split('/')[2]}/`,
    );
    expect(short.changeHref).toContain(`/changes/${row.change}/`);
  });

  test('has as many cells as there are heads, and says every state in a mark and a word', () => {
    const cells = changeCells(change({ rolledBack: 'yes', independent: 'unproven' }));
    expect(cells).toHaveLength(CHANGE_HEADS.length);
    expect(cells[5]).toEqual([{ is: 'mark', mark: { kind: 'caution', mark: '?', text: 'unproven' } }]);
    expect(cells.at(-1)).toHaveLength(2);
  });

  test('without records leads nowhere', () => {
    const cells = changeCells(change({ changeHref: null, title: '', change: 'unproven' }));
    expect(cells[0]).toEqual([{ is: 'text', text: 'unproven' }]);
  });

  test('of the newest deployment comes first, and those of one stay in order', () => {
    const [a, b] = [change({ id: 'a' }), change({ id: 'b' })];
    const late = change({ id: 'late', deployedAt: '2026-02-04T10:00:00+00:00' });
    expect(newestFirst([a, late, b]).map(({ id }) => id)).toEqual(['late', 'a', 'b']);
  });
});

describe('pages of changes', () => {
  const rows = Array.from({ length: 101 }, (_, index) => {
    const deployedAt = `2026-02-03T${10 + Math.floor(index / 60)}:${String(index % 60).padStart(2, '0')}:00+00:00`;
    return change({ id: `c-${index}`, deployedAt });
  });

  test('of a month stay as they are when a change comes', () => {
    const [before, after] = [changePages(SCOPE, rows.slice(0, 100)), changePages(SCOPE, rows)];
    expect(before.numbered.length).toBeGreaterThan(2);
    expect(after.numbered).toEqual(before.numbered);
    expect(after.newest[0]?.id).toBe('c-100');
  });

  test('of a year are its newest: its beginning moves, and months have the others', () => {
    const { newest, numbered } = changePages(WHOLE_POPULATION, rows);
    expect(numbered).toEqual([]);
    expect(newest).toHaveLength(40);
    expect(newest[0]?.id).toBe('c-100');
  });
});

describe('a part of the population', () => {
  test('has addresses', () => {
    expect([WHOLE_POPULATION, SCOPE, { product: null, month: '2026-02' }].map(scopeSlug)).toEqual([
      '',
      'product/lantern/2026-02',
      'month/2026-02',
    ]);
    expect(scopePath(SCOPE, 2)).toBe('/audit/population/product/lantern/2026-02/page/2/');
    expect(scopeCsvPath(SCOPE)).toBe('/audit/population/product/lantern/2026-02/population.csv');
    expect(findingsCsvPath(SCOPE)).toBe('/audit/population/product/lantern/2026-02/reconciliation.csv');
    expect(findingsPath(WHOLE_POPULATION)).toBe('/audit/population/reconciliation/1/');
    expect([isWhole(WHOLE_POPULATION), isWhole(SCOPE)]).toEqual([true, false]);
  });

  test('leads to other months of its product, and to other products in its month', () => {
    const source = { months: ['2026-03', '2026-02'], names: NAMES, countOf: () => 7 };
    expect(monthLinks(SCOPE, source).map(({ text, isHere }) => [text, isHere])).toEqual([
      ['All months', false],
      ['March 2026', false],
      ['February 2026', true],
    ]);
    expect(productLinks(SCOPE, source)[0]).toEqual({
      text: 'All products',
      href: '/audit/population/month/2026-02/',
      count: 7,
      isHere: false,
    });
    expect(scopeName(SCOPE, NAMES)).toBe('Lantern in February 2026');
    expect(scopeName(WHOLE_POPULATION, NAMES)).toBe('All products');
  });

  test('tells its query and the command', () => {
    const facts = populationFacts({ scope: SCOPE, query: WHOLE, digest: DIGEST });
    expect(JSON.stringify(facts)).toContain('--product lantern --csv');
    expect(changesData({ query: WHOLE, digest: DIGEST, rows: [] })).toMatchObject({
      query: expect.stringContaining('environment=lantern/production'),
      digest: DIGEST,
    });
  });
});

test('commands are safe in a shell, whatever the seed is', () => {
  const asked = { from: 'a', to: 'b', product: null };
  expect(sampleCommand(asked, "it's $(x)", 5)).toBe(
    `ledger sample --from a --to b --size 5 --seed 'it'\\''s $(x)'`,
  );
  expect(populationCommand(asked)).toBe('ledger population --from a --to b --csv > population.csv');
  expect(reconciliationCommand(asked)).toBe('ledger population --from a --to b --reconcile');
});

test('the filter asks for what a population has', () => {
  const views = facetViews(WHOLE, NAMES);
  expect(views.map(({ facet }) => facet)).toEqual([
    'product',
    'environment',
    'month',
    'type',
    'independent',
    'rolledBack',
  ]);
  expect(views[1]?.options).toEqual([{ value: 'lantern/production', text: 'lantern/production' }]);
});

describe('what does not match', () => {
  const open: ReconciliationFinding = {
    kind: 'deployer-unknown',
    product: 'lantern',
    environment: 'production',
    at: '2026-02-03T10:00:00+00:00',
    text: 'nobody knows who',
    record: 'ledger/lantern/deployments/production/x.md',
    explained: null,
  };
  const told: ReconciliationFinding = {
    ...open,
    environment: null,
    record: null,
    explained: { by: 'superseded', text: '1.5.0 was deployed', record: 'r' },
  };
  const placeOf = (record: string | null) => (record === null ? null : `/at/${record}/`);
  const room = { unexplained: 9, explained: 9 };

  test('is told to be nothing only where it is', () => {
    expect(findingsView({ findings: [] }, room, placeOf).isClear).toBe(true);
    expect(findingsView({ findings: [told] }, room, placeOf).isClear).toBe(true);
    expect(findingsView({ findings: [told, open] }, { unexplained: 0, explained: 0 }, placeOf)).toMatchObject(
      {
        isClear: false,
        open: 1,
        told: 1,
      },
    );
  });

  test('leads to its record, and an unexplained one always leads somewhere', () => {
    const view = findingsView({ findings: [told, open, { ...open, record: null }] }, room, placeOf);
    expect(view.unexplained.rows.map(([, cell]) => cell?.[0])).toMatchObject([
      { is: 'link', href: `/at/${open.record}/` },
      { is: 'link', href: '/audit/lantern/' },
    ]);
    expect(view.explained.rows[0]?.at(-1)).toEqual([
      { is: 'link', text: 'superseded: 1.5.0 was deployed', href: '/at/r/' },
    ]);
  });

  test('fills pages of its own where there is much of it', () => {
    const counts = { changes: 0, releases: 0, deployments: 0, images: 0, revisions: 0 };
    const many = { counts, findings: [...Array.from({ length: 11 }, () => told), open] };
    expect(hasFindingPages(many)).toBe(true);
    expect(hasFindingPages({ counts, findings: [open, told] })).toBe(false);
    expect(findingsInOrder(many)[0]).toBe(open);
  });
});
