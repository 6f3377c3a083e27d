import type { PageNumber } from './paging/settled-pages.ts';

/** Address of a product's page. */
export function productPath(product: string): string {
  return `/${product}/`;
}

/** Address of a numbered page of a product's versions; the newest stand on the product's page. */
export function olderPath(product: string, page: PageNumber): string {
  return page === null ? `${productPath(product)}#versions` : `/${product}/older/${page}/`;
}

/** Address that always shows a product's latest release. */
export function latestPath(product: string): string {
  return `/${product}/latest/`;
}

/** Address of a release's notes, or of a further part of very long ones. */
export function releasePath(product: string, version: string, part = 1): string {
  return part === 1 ? `/${product}/${version}/` : `/${product}/${version}/part/${part}/`;
}

/** Address of an entry of a release, by the part of the page that it stands on. */
export function entryPath(product: string, version: string, id: string, part = 1): string {
  return `${releasePath(product, version, part)}#${id}`;
}

/** Address where two versions of a product are chosen, and what changes between them is told. */
export function upgradePath(product: string): string {
  return `/${product}/upgrade/`;
}

/** Address of what a version brings, release by release back in its history, or of a further page of it. */
export function upgradeToPath(product: string, version: string, page = 1): string {
  const first = `${upgradePath(product)}to/${version}/`;
  return page === 1 ? first : `${first}page/${page}/`;
}

/** Tables of a product over all its releases. */
export const PRODUCT_TABLES = [
  'breaking',
  'deprecations',
  'known-issues',
  'security',
  'compatibility',
] as const;
export type ProductTable = (typeof PRODUCT_TABLES)[number];

/** Address of one of them, or of a numbered page of it. */
export function productTablePath(product: string, table: ProductTable, page: PageNumber = null): string {
  return pagePath(`/${product}/${table}/`, page);
}

/** Address of a vulnerability: which releases have it, and which do not. */
export function vulnerabilityPath(product: string, id: string): string {
  return `${productTablePath(product, 'security')}${id.toLowerCase()}/`;
}

/** Address of what a product's page of security asks in the browser: who has what, in short. */
export function affectedDataPath(product: string): string {
  return `${productTablePath(product, 'security')}affected.json`;
}

/** Address of all vulnerabilities of all products, or of a numbered page of them. */
export function securityPath(page: PageNumber = null): string {
  return pagePath('/security/', page);
}

/** Address of a product's releases of one year, or of a numbered page of them. */
export function archivePath(product: string, year: string, page: PageNumber = null): string {
  return pagePath(`/${product}/archive/${year}/`, page);
}

/** Address where all entries of all products are searched and filtered. */
export function findPath(): string {
  return '/find/';
}

/** Address of the ways to all entries of a product, by what they are. */
export function entriesPath(product: string): string {
  return `/${product}/entries/`;
}

/** Address of a product's entries of one kind, as "/openebs/entries/section/fixed/", or of a numbered page of them. */
export function facetPath(product: string, facet: string, value: string, page: PageNumber = null): string {
  return pagePath(`/${product}/entries/${facet}/${value}/`, page);
}

/** Which entries a feed tells of. */
export const FEEDS = ['all', 'breaking', 'security'] as const;
export type FeedChoice = (typeof FEEDS)[number];

/** Address of a feed of a product, or of all products where none is named. */
export function feedPath(product: string | null, choice: FeedChoice, format: 'atom' | 'json'): string {
  const folder = product === null ? '/' : `/${product}/`;
  const name = choice === 'all' ? 'feed' : `${choice}-feed`;
  return `${folder}${name}.${format === 'atom' ? 'xml' : 'json'}`;
}

/** Address of the page that tells how to follow a product. */
export function followPath(product: string): string {
  return `/${product}/follow/`;
}

/** Files that stand beside a release's page. */
export const RELEASE_FILES = ['notes.md', 'github.md', 'email.html', 'slack.json', 'preview.png'] as const;
export type ReleaseFile = (typeof RELEASE_FILES)[number];

/** Address of one of them. */
export function releaseFilePath(product: string, version: string, file: ReleaseFile): string {
  return `${releasePath(product, version)}${file}`;
}

/** Address of a picture that stands beside a note. */
export function noteImagePath(product: string, version: string, name: string): string {
  return `${releasePath(product, version)}images/${name}`;
}

/** Address of a product's whole changelog as one file. */
export function changelogPath(product: string): string {
  return `/${product}/CHANGELOG.md`;
}

/** Address of a picture that names a product's latest version. */
export function badgePath(product: string): string {
  return `/${product}/badge.svg`;
}

/** Address of a small page of a product's last releases, to be put into other pages. */
export function whatsNewPath(product: string): string {
  return `/${product}/whats-new/`;
}

/** Address of what machines read: "products.json", "openebs/releases.json" and so on. */
export function apiPath(...parts: string[]): string {
  return `/api/v1/${parts.join('/')}`;
}

/** Address of the picture that stands beside links to a product's pages, or to those of no single product. */
export function previewPath(product: string | null): string {
  return product === null ? '/previews/site.png' : `/previews/products/${product}.png`;
}

/** Files of a site's own look. */
const BRAND_FILES = ['colours.css', 'logo.svg', 'logo.png', 'logo-dark.svg', 'logo-dark.png'] as const;
export type BrandFile = (typeof BRAND_FILES)[number];

/** Address of one of them: it stays the same, whatever is in it. */
export function brandPath(file: BrandFile): string {
  return `/brand/${file}`;
}

/** The file that a name is of. Throws for any other. */
export function brandFileOf(name: string): BrandFile {
  const found = BRAND_FILES.find((file) => file === name);
  if (found === undefined) throw new Error(`${name} is no file of a site's look`);
  return found;
}

/** Sizes of the site's sign as a picture, for who does not show drawings. */
export const ICON_SIZES = [180, 192, 512] as const;

/** Address of the sign in a size, in pixels. */
export function iconPath(size: (typeof ICON_SIZES)[number]): string {
  return `/icon-${size}.png`;
}

/** Address of what devices need to know to keep the site among their applications. */
export function manifestPath(): string {
  return '/manifest.webmanifest';
}

/** Address of the internal home. */
export const AUDIT_HOME = '/audit/';

/** Where the guide begins. */
export const GUIDE_HOME = '/guide/';

/** Address of a page of the guide, by the name of its file. */
export function guidePath(page: string): string {
  return `${GUIDE_HOME}${page}/`;
}

/** Address of a verb in the guide's list of commands. */
export function verbPath(verb: string): string {
  return `${guidePath('commands')}#${verb}`;
}

/** Address where the fields of a kind of records are told. */
export function recordKindPath(kind: string): string {
  return `${guidePath('records')}${kind}/`;
}

/** Address of a product's releases for auditors. */
export function auditProductPath(product: string, page: PageNumber = null): string {
  return page === null ? `/audit/${product}/` : `/audit/${product}/releases/${page}/`;
}

/** Address of a release's dossier. */
export function dossierPath(product: string, version: string): string {
  return `/audit/${product}/${version}/`;
}

/** Tables of a dossier that are too long for its first page. */
export type DossierTable = 'changes' | 'commits';

/** Address of a page of one of a dossier's tables. */
export function dossierTablePath(
  product: string,
  version: string,
  table: DossierTable,
  page: number,
): string {
  return `${dossierPath(product, version)}${table}/${page}/`;
}

/** Address of a change's own page, in the dossier in which it is recorded. */
export function changePath(product: string, version: string, id: string): string {
  return `${dossierPath(product, version)}changes/${id}/`;
}

/** Pages of a dossier for what people and pipelines filed. */
export type DossierPart = 'verdict' | 'votes' | 'stages' | 'preparation';

/** Address of one of them. */
export function dossierPartPath(product: string, version: string, part: DossierPart): string {
  return `${dossierPath(product, version)}${part}/`;
}

/** Address of the page of a stage, of one module or of the whole release. */
export function stagePath(product: string, version: string, run: string): string {
  return `${dossierPath(product, version)}stages/${run}/`;
}

/** Address of a file of evidence, by the name under which it is served. */
export function evidencePath(product: string, version: string, file: string): string {
  return `${dossierPath(product, version)}evidence/${file}`;
}

/** Address of a sealed record's raw bytes; `part` is the release, or "deployments". */
export function sealedRecordPath(product: string, part: string, name: string): string {
  return `${dossierPath(product, part)}record/${name}`;
}

/** Address of the state of the chain of seals, or of a numbered page of it. */
export function verificationPath(page: PageNumber = null): string {
  return pagePath('/audit/verification/', page);
}

/** Address of one seal, by its place in the chain. */
export function sealPath(place: number): string {
  return `/audit/verification/seals/${place}/`;
}

/** Address of the lines of a seal's files, as `sha256sum -c` reads them. */
export function sealSumsPath(place: number): string {
  return `${sealPath(place)}sha256sums.txt`;
}

/** Address of a file that is needed to check by hand. */
export function verificationFilePath(name: string): string {
  return `${verificationPath()}files/${name}`;
}

/** Address of a product's figures over its last releases. */
export function trendsPath(product: string): string {
  return `/audit/${product}/trends/`;
}

/** Address of what runs where of a product. */
export function environmentsPath(product: string): string {
  return `/audit/${product}/environments/`;
}

/** Address of an environment, or of a numbered page of its history. */
export function environmentPath(product: string, environment: string, page: PageNumber = null): string {
  return pagePath(`${environmentsPath(product)}${environment}/`, page);
}

/** Address of a deployment, by the name of its record. */
export function deploymentPath(product: string, environment: string, name: string): string {
  return `${environmentPath(product, environment)}${name}/`;
}

/** Address of a file that told of deployments, by the name under which it is served. */
export function deploymentEvidencePath(product: string, environment: string, file: string): string {
  return `${environmentPath(product, environment)}evidence/${file}`;
}

/** Address of all products' rollbacks, or of a numbered page of them. */
export function rollbacksPath(page: PageNumber = null): string {
  return pagePath('/audit/rollbacks/', page);
}

/** Address of a product's figures of delivery. */
export function deliveryPath(product: string): string {
  return `/audit/${product}/delivery/`;
}

/** Address of the figures of one environment, where the product's page has no room for all of them. */
export function environmentDeliveryPath(product: string, environment: string): string {
  return `${deliveryPath(product)}${environment}/`;
}

/** Address of a product's modules and what they need of each other. */
export function modulesPath(product: string): string {
  return `/audit/${product}/modules/`;
}

/** Address of a product's controls over its releases, or of a numbered page of them. */
export function controlsPath(product: string, page: PageNumber = null): string {
  return pagePath(`/audit/${product}/controls/`, page);
}

/** Address of one control over a product's releases, or of a numbered page of its exceptions. */
export function controlPath(product: string, control: string, page: PageNumber = null): string {
  return pagePath(`${controlsPath(product)}${control}/`, page);
}

/** Address of what somebody answers for, over all products, or of a numbered page of it. */
export function exceptionsPath(page: PageNumber = null): string {
  return pagePath('/audit/exceptions/', page);
}

/** All of it as a file. */
export function exceptionsCsvPath(): string {
  return `${exceptionsPath()}exceptions.csv`;
}

/** Address of the people of a product, or of a further page of them. */
export function peoplePath(product: string, page = 1): string {
  const first = `/audit/${product}/people/`;
  return page === 1 ? first : `${first}page/${page}/`;
}

/** Address of a person of a product's roster, or of a numbered page of what they did. */
export function personPath(product: string, person: string, page: PageNumber = null): string {
  return pagePath(`${peoplePath(product)}${person}/`, page);
}

/** Address where any two releases of a product are compared, or of a numbered page of its list. */
export function comparePath(product: string, page: PageNumber = null): string {
  return pagePath(`/audit/${product}/compare/`, page);
}

/** Address of a release beside the one before it. */
export function comparedPath(product: string, version: string): string {
  return `${comparePath(product)}${version}/`;
}

/** Address of all production changes of the last twelve months. */
export function populationPath(): string {
  return '/audit/population/';
}

/** Address where a sample of them is drawn. */
export function samplePath(): string {
  return '/audit/sample/';
}

/** Address of a pull request in a repository that everybody may read. */
export function pullRequestAddress(repository: string, pullRequest: number): string {
  return `${repository.replace(/\.git$|\/+$/, '')}/pull/${pullRequest}`;
}

/** Address of an issue on the platform that a pull request's address is on. */
export function issueAddress(pullRequest: string, repository: string, number: number): string {
  return `${new URL(pullRequest).origin}/${repository}/issues/${number}`;
}

/** Address of an account on the platform where a repository is. */
export function accountAddress(repository: string, login: string): string {
  return `${new URL(repository).origin}/${login}`;
}

/** A list's own address, or that of a numbered page of it. */
function pagePath(first: string, page: PageNumber): string {
  return page === null ? first : `${first}page/${page}/`;
}
