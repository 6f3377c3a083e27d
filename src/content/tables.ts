import { type VersionOrder, versionOrder } from '../notes/tables/affected.ts';
import { type BreakingTable, breakingTable } from '../notes/tables/breaking.ts';
import { type CompatibilityTable, compatibilityTable } from '../notes/tables/compatibility.ts';
import { type DeprecationTable, deprecationTable } from '../notes/tables/deprecations.ts';
import { type KnownIssueTable, knownIssueTable } from '../notes/tables/known-issues.ts';
import { type SecurityFinding, securityFindings } from '../notes/tables/security.ts';
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
import { readProduct, readProducts } from './products.ts';
import { readLineage, readPublicReleases } from './public-releases.ts';

/** What breaks in a product's releases. */
export const readBreaking: (product: string) => BreakingTable = once((product) =>
  breakingTable(readPublicReleases(product)),
);

/** The same as pages. */
export const readBreakingPages: (product: string) => BreakingReleaseView[][] = once((product) =>
  breakingPages(readBreaking(product), readProduct(product).product),
);

/** What a product announced to go. */
export const readDeprecations: (product: string) => DeprecationTable = once((product) =>
  deprecationTable(readPublicReleases(product)),
);

/** The same as pages. */
export const readDeprecationPages: (product: string) => DeprecationView[][] = once((product) =>
  deprecationPages(readDeprecations(product)),
);

/** What is known to be wrong in a product's releases. */
export const readKnownIssues: (product: string) => KnownIssueTable = once((product) =>
  knownIssueTable(readPublicReleases(product)),
);

/** The same as pages. */
export const readKnownIssuePages: (product: string) => KnownIssuePage[] = once((product) =>
  knownIssuePages(readKnownIssues(product)),
);

/** The same by its id: what a release's page says of a known issue's later fate. */
export const readIssueFates: (product: string) => ReadonlyMap<string, KnownIssueView> = once(
  (product) =>
    new Map(
      readKnownIssues(product).rows.flatMap((row) =>
        row.issue.id === null ? [] : [[row.issue.id, knownIssueView(row)] as const],
      ),
    ),
);

/** Vulnerabilities of a product, with every release's standing. */
export const readSecurity: (product: string) => SecurityFinding[] = once((product) =>
  securityFindings(readPublicReleases(product)),
);

/** A product's versions in their own order. */
export const readVersionOrder: (product: string) => VersionOrder = once((product) =>
  versionOrder(readPublicReleases(product)),
);

/** Vulnerabilities of a product as pages. */
export const readSecurityPages: (product: string) => SecurityView[][] = once((product) =>
  securityPages(productSecurity(product)),
);

/** Those of all products as pages. */
export function readAllSecurityPages(): SecurityView[][] {
  return readAll('');
}

const readAll = once(() => allSecurityPages(readProducts().map(({ id }) => productSecurity(id))));

function productSecurity(product: string): ProductSecurity {
  const rows = readSecurity(product).map(({ row }) => row);
  return { id: product, name: readProduct(product).product.name, rows };
}

/** What a product works with. */
export const readCompatibility: (product: string) => CompatibilityTable = once((product) =>
  compatibilityTable(readLineage(product)),
);

/** The same as pages. */
export const readCompatibilityPages: (product: string) => CompatibilityView[][] = once((product) =>
  compatibilityPages(product, readProduct(product).product, readCompatibility(product)),
);
