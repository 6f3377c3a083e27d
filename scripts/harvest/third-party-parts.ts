import type { Policy, ReleasePart } from '../../src/records/index.ts';
import type { ChartDependency } from '../parse/chart.ts';

/** A part at one release. */
export type Part = Pick<ReleasePart, 'name' | 'alias' | 'repository'> & { version: string };

/**
 * Parts that others build: what a chart needs and no module of the policy is. Charts that lie in the same repository
 * are built here, whatever they are called.
 */
export function thirdParty(
  dependencies: readonly ChartDependency[],
  { modules }: Pick<Policy, 'modules'>,
): Part[] {
  const ours = new Set(modules.map(({ id }) => id));
  const parts = dependencies.filter(
    ({ name, alias = name, isLocal, version }) =>
      !ours.has(name) && !ours.has(alias) && isLocal !== true && version !== '',
  );
  return parts.map(({ file: _told, isLocal: _built, ...part }) => part).filter(isFirstOfItsName);
}

/** A chart may name one part several times under different conditions. */
function isFirstOfItsName(part: Part, place: number, all: readonly Part[]): boolean {
  return all.findIndex((other) => isSamePart(other, part)) === place;
}

function isSamePart(one: Part, other: Part): boolean {
  return one.name === other.name && one.alias === other.alias;
}

/** The parts of a release beside those of the release before; null where nothing tells what that had. */
export function compareParts(now: readonly Part[], before: readonly Part[] | null): ReleasePart[] {
  if (before === null) return [...now];
  const partners = new Map(now.map((part) => [part, partnerOf(part, now, before)]));
  const kept = new Set(partners.values());
  return [
    ...now.map((part) => ({ ...part, previous: partners.get(part)?.version ?? null })),
    ...before
      .filter((part) => !kept.has(part))
      .map((part) => ({ ...part, version: null, previous: part.version })),
  ];
}

/** The part as it was: of the same name and alias, else the only one of its name that has no other partner. */
function partnerOf(part: Part, now: readonly Part[], before: readonly Part[]): Part | undefined {
  const same = before.find((other) => isSamePart(part, other));
  if (same !== undefined) return same;
  const free = (these: readonly Part[], those: readonly Part[]) =>
    these
      .filter(({ name }) => name === part.name)
      .filter((one) => !those.some((each) => isSamePart(one, each)));
  const [candidate, ...others] = free(before, now);
  return others.length === 0 && free(now, before).length === 1 ? candidate : undefined;
}
