import type { PageNumber } from '../paging/settled-pages.ts';
import { populationPath } from '../paths.ts';
import { type PopulationScope, scopeSlug } from './scope.ts';

/** Address of the population or of a part of it, or of a numbered page of its changes. */
export function scopePath(scope: PopulationScope, page: PageNumber = null): string {
  const slug = scopeSlug(scope);
  const first = slug === '' ? populationPath() : `${populationPath()}${slug}/`;
  return page === null ? first : `${first}page/${page}/`;
}

/** Address of a page of everything that does not match in it. */
export function findingsPath(scope: PopulationScope, page = 1): string {
  return `${scopePath(scope)}reconciliation/${page}/`;
}

/** Address of the population as the command prints it. */
export function scopeCsvPath(scope: PopulationScope): string {
  return `${scopePath(scope)}population.csv`;
}

/** Address of what does not match, as the command prints it. */
export function findingsCsvPath(scope: PopulationScope): string {
  return `${scopePath(scope)}reconciliation.csv`;
}

/** Address of all changes as the filter and the sample read them. */
export function changesDataPath(): string {
  return `${populationPath()}changes.json`;
}
