import { type VersionOrder, versionOrder } from '../notes/tables/affected.ts';
import { type BreakingTable, breakingTable } from '../notes/tables/breaking.ts';
import { type CompatibilityTable, compatibilityTable } from '../notes/tables/compatibility.ts';
import { type DeprecationTable, deprecationTable } from '../notes/tables/deprecations.ts';
import { type KnownIssueTable, knownIssueTable } from '../notes/tables/known-issues.ts';
import { latestRelease } from '../notes/tables/release-reference.ts';
import {
  type SecurityFinding,
  type SecurityTable,
  securityFindings,
  securityTable,
} from '../notes/tables/security.ts';
import type { ListPage, ListPages, PageNumber } from '../views/paging/settled-pages.ts';
import { type BreakingReleaseView, breakingPages } from '../views/tables/breaking-view.ts';
import { type CompatibilityView, compatibilityPages } from '../views/tables/compatibility-view.ts';
import { type DeprecationView, deprecationPages } from '../views/tables/deprecations-view.ts';
import {
  type KnownIssuePage,
  type KnownIssueView,
  knownIssuePages,
  knownIssueView,
} from '../views/tables/known-issues-view.ts';
import {
  allSecurityPages,
  type ProductSecurity,
  type SecurityView,
  securityPages,
} from '../views/tables/security-view.ts';
import { once } from './once.ts';
import { pageReader } from './page-reader.ts';
import { readProduct, readProducts } from './products.ts';
import { readLineage, readPublicReleases } from './public-releases.ts';

/** What breaks in a product's releases. */
export const readBreaking: (product: string) => BreakingTable = once('breaking', (product) =>
  breakingTable(readPublicReleases(product)),
);

/** The same as pages. */
const readBreakingPages: (product: string) => ListPages<BreakingReleaseView[]> = once(
  'breaking pages',
  (product) => breakingPages(readBreaking(product), readProduct(product).product),
);

/** One of them. */
export const readBreakingPage = pageReader('breaking page', readBreakingPages);

/** What a product announced to go. */
export const readDeprecations: (product: string) => DeprecationTable = once('deprecations', (product) =>
  deprecationTable(readPublicReleases(product)),
);

/** The same as pages. */
const readDeprecationPages: (product: string) => ListPages<DeprecationView[]> = once(
  'deprecation pages',
  (product) => deprecationPages(readDeprecations(product)),
);

/** One of them. */
export const readDeprecationPage = pageReader('deprecation page', readDeprecationPages);

/** What is known to be wrong in a product's releases. */
export const readKnownIssues: (product: string) => KnownIssueTable = once('known issues', (product) =>
  knownIssueTable(readPublicReleases(product)),
);

/** The same as pages. */
const readKnownIssuePages: (product: string) => ListPages<KnownIssuePage> = once(
  'known issue pages',
  (product) => knownIssuePages(readKnownIssues(product)),
);

/** One of them. */
export const readKnownIssuePage = pageReader('known issue page', readKnownIssuePages);

/** The same by its id: what a release's page says of a known issue's later fate. */
export const readIssueFates: (product: string) => ReadonlyMap<string, KnownIssueView> = once(
  'issue fates',
  (product) =>
    new Map(
      readKnownIssues(product).rows.flatMap((row) =>
        row.issue.id === null ? [] : [[row.issue.id, knownIssueView(row)] as const],
      ),
    ),
  { cut: true },
);

/** Vulnerabilities of a product, with every release's standing. */
export const readSecurity: (product: string) => SecurityFinding[] = once('security', (product) =>
  securityFindings(readPublicReleases(product)),
);

/** The same as a table. */
export function readSecurityTable(product: string): SecurityTable {
  return securityTable(readPublicReleases(product), readSecurity(product));
}

/** A product's versions in their own order. */
export const readVersionOrder: (product: string) => VersionOrder = once('version order', (product) =>
  versionOrder(readPublicReleases(product)),
);

/** The release that states are told for; empty where there is none. */
export const readLatestVersion: (product: string) => string = once(
  'latest version',
  (product) => latestRelease(readPublicReleases(product))?.version ?? '',
  { kept: true },
);

/** Vulnerabilities of a product as pages. */
const readSecurityPages: (product: string) => ListPages<SecurityView[]> = once('security pages', (product) =>
  securityPages(productSecurity(product)),
);

/** One of them. */
export const readSecurityPage = pageReader('security page', readSecurityPages);

/** The numbers of the pages of those of all products. */
export function allSecurityPageNumbers(): number[] {
  return readOneOfAll.numbers('');
}

/** One of these pages. */
export function readAllSecurityPage(page: PageNumber): ListPage<SecurityView[]> {
  return readOneOfAll('', page);
}

const readAll = once('all security pages', () =>
  allSecurityPages(readProducts().map(({ id }) => productSecurity(id))),
);

const readOneOfAll = pageReader('all security page', readAll);

/** Where another product got a release, its own stay as they are. */
const productSecurity = once(
  'security of a product',
  (product): ProductSecurity => ({
    id: product,
    name: readProduct(product).product.name,
    rows: readSecurity(product).map(({ row }) => row),
  }),
  { kept: true },
);

/** What a product works with. */
export const readCompatibility: (product: string) => CompatibilityTable = once('compatibility', (product) =>
  compatibilityTable(readLineage(product)),
);

/** The same as pages. */
const readCompatibilityPages: (product: string) => ListPages<CompatibilityView[]> = once(
  'compatibility pages',
  (product) => compatibilityPages(product, readProduct(product).product, readCompatibility(product)),
);

/** One of them. */
export const readCompatibilityPage = pageReader('compatibility page', readCompatibilityPages);
