/** Address of a product's page. */
export function productPath(product: string): string {
  return `/${product}/`;
}

/** Address of a further page of a product's versions; the first stands on the product's page. */
export function olderPath(product: string, page: number): string {
  return page === 1 ? `${productPath(product)}#versions` : `/${product}/older/${page}/`;
}

/** Address that always shows a product's latest release. */
export function latestPath(product: string): string {
  return `/${product}/latest/`;
}

/** Address of a release's notes, or of a further part of very long ones. */
export function releasePath(product: string, version: string, part = 1): string {
  return part === 1 ? `/${product}/${version}/` : `/${product}/${version}/part/${part}/`;
}

/** Address of the internal home. */
export const AUDIT_HOME = '/audit/';

/** Address of a product's releases for auditors. */
export function auditProductPath(product: string, page = 1): string {
  return page === 1 ? `/audit/${product}/` : `/audit/${product}/releases/${page}/`;
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

/** Address of a product's figures over its last releases. */
export function trendsPath(product: string): string {
  return `/audit/${product}/trends/`;
}

/** Address of what runs where of a product. */
export function environmentsPath(product: string): string {
  return `/audit/${product}/environments/`;
}

/** Address of an environment, or of a further page of its history. */
export function environmentPath(product: string, environment: string, page = 1): string {
  const first = `${environmentsPath(product)}${environment}/`;
  return page === 1 ? first : `${first}page/${page}/`;
}

/** Address of a deployment, by the name of its record. */
export function deploymentPath(product: string, environment: string, name: string): string {
  return `${environmentPath(product, environment)}${name}/`;
}

/** Address of a file that told of deployments, by the name under which it is served. */
export function deploymentEvidencePath(product: string, environment: string, file: string): string {
  return `${environmentPath(product, environment)}evidence/${file}`;
}

/** Address of all products' rollbacks, or of a further page of them. */
export function rollbacksPath(page = 1): string {
  return page === 1 ? '/audit/rollbacks/' : `/audit/rollbacks/page/${page}/`;
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
