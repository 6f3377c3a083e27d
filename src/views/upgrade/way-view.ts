import type { Lineage } from '../../notes/lineage.ts';
import type { LineageRelease, PublicRelease } from '../../notes/public-release.ts';
import { forkOf, heldWithin, type Walk, walkBack } from '../../notes/upgrade/walk-back.ts';
import { upgradeToPath } from '../paths.ts';
import type { Names } from './answer-view.ts';
import { type StepView, stepView } from './step-view.ts';

/** A release on the way, and what is to be known by who starts from it. */
export interface WayStep extends StepView {
  /** Releases further down that who starts from this one does not have either. */
  besides: string[];
  /** Releases further up that who starts from this one has already. */
  already: string[];
}

/** A version with the place on the list from which on all is new for who runs it. */
export interface WayStart {
  version: string;
  href: string;
}

/** All that came up to a version, release by release back in its history. */
export interface WayView {
  version: string;
  pages: WayStep[][];
  starts: WayStart[];
  /** Versions that are not in this history. */
  branches: { version: string; fork: WayStart }[];
  /** The next older release, whose own list goes on; null where the history begins with this one. */
  next: string | null;
}

/** What a list is made from: no more of the product's history is asked for than is on it. */
export interface WaySource {
  product: string;
  names: Names;
  lineage: Pick<Lineage, 'find'>;
  find: (version: string) => PublicRelease | undefined;
  /** The next lower versions, as many as are asked for where there are so many. */
  below: (version: string, count: number) => readonly string[];
}

/** Releases on one list, whatever their number in all: older ones have lists of their own. */
const BACK = 20;
/** Elements on a page besides its frame: 2,500 are the limit. */
const ROOM = 1900;

/** The list of one version. */
export function wayView(version: string, source: WaySource): WayView {
  const walk = walkBack(source.lineage, version, BACK);
  const seen = new Map([...walk.seen].map((release) => [release.version, release]));
  const pages = pagesOf(stepsOf(walk, seen, source));
  const place = new Map(pages.flatMap((page, at) => page.map((step) => [step.version, at + 1] as const)));
  const startOf = (from: string): WayStart => ({
    version: from,
    href: `${upgradeToPath(source.product, version, place.get(from) ?? pages.length)}#from-${from}`,
  });
  const { releases, next } = walk;
  const earlier = [...releases.slice(1), ...(next === null ? [] : [next])];
  return {
    ...{ version, pages, next: next?.version ?? null },
    starts: earlier.map((release) => startOf(release.version)),
    branches: branchesOf(version, walk, seen, source).map(({ from, fork }) => ({
      version: from,
      fork: startOf(fork),
    })),
  };
}

type Seen = ReadonlyMap<string, LineageRelease>;

function stepsOf({ releases }: Walk, seen: Seen, source: WaySource): WayStep[] {
  const isLine = releases.every(({ parents }) => parents.length < 2);
  const held = new Set(seen.keys());
  const versions = releases.map(({ version }) => version);
  return versions.flatMap((version, at) => {
    const release = source.find(version);
    if (release === undefined) return [];
    const own = isLine ? null : heldWithin(seen, version);
    const besides = own === null ? [] : versions.slice(at + 1).filter((other) => !own.has(other));
    const already = own === null ? [] : versions.slice(0, at).filter((other) => own.has(other));
    return [{ ...stepView(release, source.names, held), besides, already }];
  });
}

function pagesOf(steps: readonly WayStep[]): WayStep[][] {
  const pages: WayStep[][] = [[]];
  let room = ROOM;
  for (const step of steps) {
    if (step.nodes > room && pages.at(-1)?.length !== 0) {
      pages.push([]);
      room = ROOM;
    }
    pages.at(-1)?.push(step);
    room -= step.nodes;
  }
  return pages;
}

/** The next lower final versions that are not on the way, with the release of the way that they left it at. */
function branchesOf(
  version: string,
  { releases: walked, next }: Walk,
  seen: Seen,
  { lineage, below }: WaySource,
): { from: string; fork: string }[] {
  const shown = new Set([...walked.slice(1), ...(next === null ? [] : [next])].map((one) => one.version));
  return below(version, BACK).flatMap((from) => {
    if (seen.has(from) || lineage.find(from)?.prerelease === true) return [];
    const fork = forkOf(lineage, seen, from, BACK);
    return fork === null || !shown.has(fork) ? [] : [{ from, fork }];
  });
}
