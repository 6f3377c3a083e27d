import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineageOf, lineageReleases } from '../../notes/lineage.ts';
import { versionOrder } from '../../notes/tables/affected.ts';
import { breakingTable } from '../../notes/tables/breaking.ts';
import { compatibilityTable } from '../../notes/tables/compatibility.ts';
import { deprecationTable } from '../../notes/tables/deprecations.ts';
import { knownIssueTable } from '../../notes/tables/known-issues.ts';
import { securityFindings, securityTable } from '../../notes/tables/security.ts';
import { arbitraryReleases } from '../../notes/tables/testing/arbitrary-releases.ts';
import { entry, fix, issue, line, release, takenBack } from '../../notes/tables/testing/releases.ts';
import { standingOf } from '../../notes/tables/weaknesses.ts';
import { ProductSchema } from '../../records/product.ts';
import { affectedData, affecting } from './affected-data.ts';
import { affectedText } from './affected-text.ts';
import { breakingPages, breakingSummary } from './breaking-view.ts';
import { compatibilityPages } from './compatibility-view.ts';
import { noDeprecations } from './deprecations-view.ts';
import { knownIssuePages, noKnownIssues } from './known-issues-view.ts';
import { otherProducts } from './other-products.ts';
import { weightOf } from './pages.ts';
import { allSecurityPages } from './security-view.ts';
import { vulnerabilityView } from './vulnerability-view.ts';

const PRODUCT = ProductSchema.parse({
  schema: 1,
  name: 'Core',
  modules: [
    { id: 'core', name: 'Core' },
    { id: 'ui', name: 'Interface' },
  ],
  compatibility: [
    { id: 'kubernetes', name: 'Kubernetes' },
    { id: 'helm', name: 'Helm' },
  ],
});

test('rows weigh their elements, and very long text by its length', () => {
  expect(weightOf('<p>a <code>b</code></p>')).toBe(2);
  expect(weightOf(`<p>${'a'.repeat(900)}</p>`)).toBeGreaterThan(9);
});

describe('affected releases', () => {
  const range = (from: string, to = from) => ({ from, to, releases: from === to ? 1 : 2 });

  test.each([
    [[], [], 'No release'],
    [[], ['1.0.0-RC1'], '1.0.0-RC1'],
    [[range('1.9.0', '1.10.0'), range('1.11.0')], [], '1.9.0 to 1.10.0 and 1.11.0'],
    [[range('1.9.0')], ['1.9.0-RC1', '1.9.0-RC2'], '1.9.0 (and 2 prereleases)'],
    [Array.from({ length: 9 }, (_, at) => range(`1.${at}.0`)), [], '9 releases between 1.0.0 and 1.8.0'],
  ])('are told as ranges %#', (ranges, prereleases, text) => {
    expect(affectedText({ ranges, prereleases })).toBe(text);
  });
});

describe('breaking changes', () => {
  const many = Array.from({ length: 300 }, (_, at) =>
    entry(`core-${at}`, { breaking: true, modules: ['ui'] }),
  );

  test('of one release stand together, and go on on the next page under its name', () => {
    const { newest, numbered } = breakingPages(
      breakingTable(line(release('1.0.0'), release('1.1.0', { entries: many }))),
      PRODUCT,
    );
    const pages = [newest, ...numbered.toReversed()];
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map((page) => page.map((one) => one.release.version))).toEqual(pages.map(() => ['1.1.0']));
    expect(pages.flatMap((page) => page.flatMap(({ entries }) => entries))).toHaveLength(300);
    expect(pages[0]?.[0]?.entries[0]?.modules).toEqual(['Interface']);
  });

  test('are summed up net of what was taken back', () => {
    const entries = [
      entry('core-1', { breaking: true, ...takenBack('core-1', '1.1.0') }),
      ...many.slice(5, 7),
    ];
    const summary = (...releases: Parameters<typeof line>) =>
      breakingSummary(breakingTable(line(...releases)));
    expect(summary(release('1.0.0', { entries }), release('1.1.0'))).toBe(
      '3 breaking changes and required actions since 1.0.0, the newest first. 1 of them was taken back again, so 2 still hold.',
    );
    expect(summary(release('1.6.0'))).toBe('No breaking change has been recorded since 1.6.0.');
    expect(summary()).toBe('No release has been recorded yet.');
  });
});

test('tables without rows say what that means', () => {
  const [none, some] = [[], line(release('1.6.0'), release('1.7.0'))];
  expect(noDeprecations(deprecationTable(none))).toBe('No release has been recorded yet.');
  expect(noDeprecations(deprecationTable(some))).toBe('Nothing has been announced to go since 1.6.0.');
  expect(noKnownIssues(knownIssueTable(none))).toBe('No release has been recorded yet.');
  expect(noKnownIssues(knownIssueTable(some))).toBe(
    'No issue is known in 1.7.0 or in any release before it.',
  );
  const known = [issue('known-1', { fixedIn: ['1.7.0'] })];
  const fixed = knownIssueTable(
    line(release('1.6.0', { known: known.map((one) => ({ ...one, since: '1.6.0' })) }), release('1.7.0')),
  );
  expect(noKnownIssues(fixed)).toBe('No known issue is open in 1.7.0.');
});

test('known issues are parted into open and fixed ones', () => {
  const known = [issue('known-1'), issue('known-2', { fixedIn: ['1.1.0'] })];
  const { newest: page } = knownIssuePages(
    knownIssueTable(line(release('1.0.0', { known }), release('1.1.0'))),
  );
  expect(page.open.map(({ affects }) => affects)).toEqual(['1.0.0 to 1.1.0']);
  expect(page.fixed.map(({ affects, fixedIn }) => [affects, fixedIn[0]?.version])).toEqual([
    ['1.0.0', '1.1.0'],
  ]);
});

describe('a vulnerability', () => {
  const releases = line(
    release('1.0.0'),
    release('1.1.0'),
    release('1.2.0-RC1', { foldedInto: '1.2.0', entries: [fix('core-1', { since: '1.1.0' })] }),
    release('1.2.0', { folds: ['1.2.0-RC1'], entries: [fix('core-1', { since: '1.1.0' })] }),
    release('1.3.0'),
  );
  const [finding] = securityFindings(releases);

  test('answers for every release, in runs of releases that stand alike', () => {
    if (finding === undefined) throw new Error('there is one');
    const view = vulnerabilityView('CVE-2026-1000', finding, versionOrder(releases));
    expect(view.runs.map(({ name, mark: { text }, versions }) => [name, text, versions])).toEqual([
      ['1.2.0 to 1.3.0', 'No: fixed', ['1.3.0', '1.2.0']],
      ['1.1.0', 'Yes, affected', ['1.1.0']],
      ['1.0.0', 'No: never had it', ['1.0.0']],
    ]);
    expect(view.prereleases.map(({ mark: { text }, versions }) => [text, versions])).toEqual([
      ['No: fixed', ['1.2.0-RC1']],
    ]);
    expect(view.fixes.map(({ notes }) => notes.map(({ version }) => version))).toEqual([['1.2.0']]);
  });

  test('stays a page that one can read where fixes come and go', () => {
    const restless = Array.from({ length: 400 }, (_, at) =>
      release(`1.${at}.0`, {
        entries: at % 2 === 0 ? [] : [fix('core-1')],
      }),
    ).reverse();
    const [found] = securityFindings(restless);
    if (found === undefined) throw new Error('there is one');
    const view = vulnerabilityView('CVE-2026-1000', found, versionOrder(restless));
    expect(view.runs).toHaveLength(2);
    expect(view.runs.flatMap(({ versions }) => versions)).toHaveLength(400);
  });

  test('of several products is told for each of them, side by side', () => {
    const rows = securityTable(releases).rows;
    const other = securityTable(
      line(release('9.0.0', { entries: [fix('core-9', { ids: ['CVE-2026-9'] }), fix('core-8')] })),
    ).rows;
    const sources = [
      { id: 'core', name: 'Core', rows },
      { id: 'more', name: 'More', rows: other },
    ];
    const { newest: page } = allSecurityPages(sources);
    const told = page.map(({ product, ids }) => `${product} ${ids[0]?.text}`);
    expect(told.toSorted()).toEqual(['Core CVE-2026-1000', 'More CVE-2026-1000', 'More CVE-2026-9']);
    const places = told.flatMap((one, at) => (one.endsWith('1000') ? [at] : []));
    expect(Math.abs((places[0] ?? 0) - (places[1] ?? 9))).toBe(1);
    const known = sources.map(({ rows, ...source }) => ({ ...source, ids: rows.flatMap(({ ids }) => ids) }));
    expect(otherProducts('CVE-2026-1000', 'core', known)).toEqual([
      { text: 'More', href: '/more/security/cve-2026-1000/' },
    ]);
  });
});

test('the browser is told what the pages tell', () => {
  fc.assert(
    fc.property(arbitraryReleases, (drawn) => {
      const releases = drawn.map((one) => ({
        ...one,
        entries: one.entries.map((each) => ({ ...each, security: fix(each.id ?? '').security })),
      }));
      const findings = securityFindings(releases);
      const data = JSON.parse(JSON.stringify(affectedData('core', findings, versionOrder(releases))));
      for (const { version } of releases)
        expect(affecting(version, data)?.length).toBe(
          findings.filter(({ weakness }) => standingOf(version, weakness) === 'affected').length,
        );
      expect(affecting('9.9.9', data)).toBeNull();
    }),
  );
});

test('the browser is told in short', () => {
  const releases = line(
    ...[0, 1, 2, 3, 4].map((at) => release(`1.${at}.0`, at === 3 ? { entries: [fix('core-1')] } : {})),
  );
  const { versions, vulnerabilities } = affectedData(
    'core',
    securityFindings(releases),
    versionOrder(releases),
  );
  expect(versions).toHaveLength(5);
  expect(vulnerabilities.map(({ affected }) => affected)).toEqual([[[0, 2]]]);
});

test('the table of compatibility has a cell for every term', () => {
  const releases = line(
    release('1.0.0', { compatibility: { helm: '3.12' } }),
    release('1.0.1'),
    release('1.1.0'),
  );
  const { newest: page } = compatibilityPages(
    'core',
    PRODUCT,
    compatibilityTable(lineageOf(lineageReleases(releases))),
  );
  expect(page.map(({ versions, cells }) => [versions.map(({ text }) => text), cells])).toEqual([
    [['1.1.0'], [null, '3.12']],
    [
      ['1.0.0', '1.0.1'],
      [null, '3.12'],
    ],
  ]);
});
