import { WEAKNESS_SEVERITIES, type WeaknessSeverity } from '../../records/note.ts';
import type { PublicRelease } from '../public-release.ts';
import { carriersOfEntry, type Telling, tellingsById } from './carriers.ts';
import { descentOf } from './descent.ts';
import { releasesWithFix } from './fixes.ts';

/** How a release stands to a vulnerability. */
export const RELEASE_STANDINGS = ['affected', 'fixed', 'never'] as const;
export type ReleaseStanding = (typeof RELEASE_STANDINGS)[number];

/** A vulnerability, with every release's standing. */
export interface Weakness {
  /** CVE and GHSA ids; empty where its entry gives none. */
  ids: string[];
  severity: WeaknessSeverity | null;
  /** Releases that brought it; empty where nobody said so. */
  since: string[];
  /** Where its fixes are told of, the newest version first. */
  tellings: Telling[];
  /** Releases that have it. */
  affected: ReadonlySet<string>;
  /** Releases that carry the whole fix. All others never had it. */
  fixed: ReadonlySet<string>;
}

/** All vulnerabilities that a product's releases fix. Takes releases with the newest version first. */
export function weaknessesOf(releases: readonly PublicRelease[]): Weakness[] {
  const [descent, fixes] = [descentOf(releases), fixTellings(releases)];
  const byId = tellingsById(
    releases,
    fixes.flatMap(({ entry }) => entry.ids),
  );
  const all = new Set(releases.map(({ version }) => version));
  const carriers = (telling: Telling) => carriersOfEntry(telling, byId, descent);
  return clusters(fixes).map(({ ids, tellings }) => {
    const fixed = releasesWithFix(tellings, carriers, descent);
    const since = sinceOf(tellings);
    const having = since.length === 0 ? all : descent.grownFrom(since).intersection(all);
    const affected = having.difference(fixed);
    return { ids, tellings, since, severity: worstOf(tellings), affected, fixed };
  });
}

/** How a release stands to a vulnerability. */
export function standingOf(version: string, { affected, fixed }: Weakness): ReleaseStanding {
  if (affected.has(version)) return 'affected';
  return fixed.has(version) ? 'fixed' : 'never';
}

/** Entries that fix a vulnerability, wherever they are told of. */
function fixTellings(releases: readonly PublicRelease[]): Telling[] {
  return releases.flatMap((release) =>
    release.entries.filter(({ security }) => security !== null).map((entry) => ({ release, entry })),
  );
}

interface Cluster {
  ids: string[];
  tellings: Telling[];
}

/** Ids that the same changes fix are one row, as a CVE and its advisory; entries without an id are one each. */
function clusters(tellings: readonly Telling[]): Cluster[] {
  const places = new Map(tellings.map((telling, place) => [telling, `at ${place}`]));
  const fixesOf = ([, told]: [Name, Telling[]]): string =>
    [...new Set(told.map((telling) => telling.entry.id ?? places.get(telling)))].sort().join();
  const same = Map.groupBy(tellingsByName(tellings), fixesOf);
  return [...same.values()].map((group) => ({
    ids: group.flatMap(([name]) => (typeof name === 'string' ? name : [])),
    tellings: [...new Set(group.flatMap(([, told]) => told))],
  }));
}

/** What names no vulnerability is known by its change, and what names no change by itself. */
type Name = string | { change: string } | Telling;

function tellingsByName(tellings: readonly Telling[]): Map<Name, Telling[]> {
  const changes = new Map<string, { change: string }>();
  const nameOf = (change: string): Name => {
    const name = changes.get(change) ?? { change };
    changes.set(change, name);
    return name;
  };
  const named = tellings.flatMap((telling) => {
    const { id, security } = telling.entry;
    const ids = security?.ids ?? [];
    const names = ids.length > 0 ? ids : [id === null ? telling : nameOf(id)];
    return names.map((name) => ({ name, telling }));
  });
  const groups = Map.groupBy(named, ({ name }) => name);
  return new Map([...groups].map(([name, group]) => [name, group.map(({ telling }) => telling)]));
}

function sinceOf(tellings: readonly Telling[]): string[] {
  return [...new Set(tellings.flatMap(({ entry }) => entry.security?.since ?? []))];
}

function worstOf(tellings: readonly Telling[]): WeaknessSeverity | null {
  const told = new Set(tellings.map(({ entry }) => entry.security?.severity));
  return WEAKNESS_SEVERITIES.find((severity) => told.has(severity)) ?? null;
}

/** The worst first; what nobody judged comes last. */
export function bySeverity(a: Pick<Weakness, 'severity'>, b: Pick<Weakness, 'severity'>): number {
  const rank = ({ severity }: Pick<Weakness, 'severity'>): number =>
    severity === null ? WEAKNESS_SEVERITIES.length : WEAKNESS_SEVERITIES.indexOf(severity);
  return rank(a) - rank(b);
}
