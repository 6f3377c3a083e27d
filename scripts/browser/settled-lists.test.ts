import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type ListPages, mapPages, type PageNumber } from '../../src/views/paging/settled-pages.ts';
import { versionAt } from '../bench/big-ledger/planned-release.ts';
import { writeBigLedger } from '../bench/big-ledger.ts';

const MINUTES = 300_000;
const PRODUCT = 'aster';
const SHAPE = {
  ...{ products: 1, releases: 258, changes: 4, reports: 0, years: 1 },
  until: '2026-09-25T11:30:00+00:00',
};

/** What stands on the pages of each list of a product. */
type Lists = Record<string, ListPages<unknown>>;

let folder = '';
let before: Lists = {};
let after: Lists = {};
let later: Lists = {};

const NOW = '2026-09-28T10:00:00Z';
const NEXT_DAY = '2026-09-29T15:00:00Z';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ledger-lists-'));
  const [whole, less] = [path.join(folder, 'whole'), path.join(folder, 'less')];
  writeBigLedger(whole, SHAPE);
  cpSync(whole, less, { recursive: true });
  withoutNewest(less);
  before = await listsOf(less, NOW);
  after = await listsOf(whole, NOW);
  later = await listsOf(whole, NEXT_DAY);
}, MINUTES);

afterAll(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
  rmSync(folder, { recursive: true, force: true });
});

/** Takes the newest release and its deployments away. */
function withoutNewest(content: string): void {
  const newest = versionAt(SHAPE.releases - 1);
  const files = globSync(
    `{ledger/*/releases/${newest},notes/*/${newest}.md,ledger/*/deployments/*/*-${newest}.md}`,
    {
      cwd: content,
    },
  );
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) rmSync(path.join(content, file), { recursive: true });
}

/** All lists for auditors that grow with each release, as their pages show them. */
async function listsOf(content: string, moment: string): Promise<Lists> {
  vi.resetModules();
  vi.stubEnv('LEDGER_CONTENT', content);
  vi.stubEnv('LEDGER_NOW', moment);
  const { readReleasePages } = await import('../../src/content/audit.ts');
  const { readPairPages } = await import('../../src/content/compare.ts');
  const results = await import('../../src/content/control-results.ts');
  const acts = await import('../../src/content/people.ts');
  const population = await import('../../src/content/population.ts');
  const { knownEnvironment, knownEnvironments } = await import('../../src/content/product-environments.ts');
  const { controlMatrix } = await import('../../src/views/controls/control-matrix.ts');
  const { exceptionsTable } = await import('../../src/views/controls/control-exceptions.ts');
  const { historyPage, historyPages } = await import('../../src/views/deployments/environment-page.ts');
  const { exceptionGroups } = await import('../../src/views/exceptions/exceptions-table.ts');
  const { actsTable } = await import('../../src/views/people/acts-table.ts');
  const { changesTable } = await import('../../src/views/population/changes-table.ts');
  const context = acts.readActContext(PRODUCT);
  const month = { product: PRODUCT, month: '2026-09' };
  const environments = knownEnvironments(PRODUCT);
  const now = knownEnvironment(environments, 'production');
  return {
    releases: readReleasePages(PRODUCT),
    comparisons: readPairPages(PRODUCT),
    controls: mapPages(results.readOutcomePages(PRODUCT), (page) => controlMatrix(PRODUCT, page)),
    'where a control did not pass': pagesOf(results.controlPageNumbers(PRODUCT, 'stages'), (page) =>
      exceptionsTable(results.readControlPage(PRODUCT, 'stages', page).content, ''),
    ),
    exceptions: pagesOf(results.exceptionPageNumbers(), (page) =>
      exceptionGroups(results.readExceptionPage(page).content, null),
    ),
    'what somebody did': pagesOf(acts.actPageNumbers(PRODUCT, 'ada-brook'), (page) =>
      actsTable(acts.readActPage(PRODUCT, 'ada-brook', page).content, '', context),
    ),
    'changes of a month': pagesOf(population.readPageNumbers(month), (page) =>
      changesTable(population.readChangePage(month, page).content, ''),
    ),
    'history of an environment': {
      newest: historyPage(now, environments, null),
      numbered: historyPages(now).numbered.map((_, index) => historyPage(now, environments, index + 1)),
    },
  };
}

function pagesOf(numbers: readonly number[], read: (page: PageNumber) => unknown): ListPages<unknown> {
  return { newest: read(null), numbered: numbers.map(read) };
}

const LISTS = [
  'releases',
  'comparisons',
  'controls',
  'where a control did not pass',
  'exceptions',
  'what somebody did',
  'changes of a month',
  'history of an environment',
];

test.each(LISTS)('%s: a release that comes leaves the numbered pages as they are', (list) => {
  const [old, grown] = [before[list], after[list]];
  const count = old?.numbered.length ?? 0;
  expect(count).toBeGreaterThan(1);
  expect(grown?.numbered.slice(0, count - 1)).toEqual(old?.numbered.slice(0, count - 1));
  expect(grown?.newest).not.toEqual(old?.newest);
});

test.each(LISTS)('%s: a day that passes leaves the numbered pages as they are', (list) => {
  expect(after[list]?.numbered.length).toBeGreaterThan(1);
  expect(later[list]?.numbered).toEqual(after[list]?.numbered);
});
