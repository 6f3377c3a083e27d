import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { EditionSettings } from './edition-settings.ts';
import type { Route } from './render/renderer.ts';
import { kindOfRoute, UNIT_KINDS, type UnitKind, unitId } from './render/units.ts';
import { digestOf, textOfValue } from './trace/digest.ts';
import type { RouteState } from './trace/trace.ts';
import type { Workshop } from './workshop.ts';

/** Units that are to be there, by their ids. */
export interface PlannedUnits {
  units: string[];
  /** Releases of which values are to be kept before anything else is made: "openebs/1.9.0". */
  prepare: string[];
  /** Routes that hand something to their pages. */
  handing: string[];
  /** Digests of what is handed, by unit. */
  handed: Map<string, string>;
}

/** What is made of one release alone: of those that are none, no page is made. */
export function plannedReleases(settings: EditionSettings): PlannedUnits {
  const releases = releasesOf(settings);
  const isAudit = settings.edition === 'internal';
  return {
    units: isAudit ? unitsOf('dossier', [...releases, ...deploymentsOf(settings)]) : [],
    prepare: isAudit ? [] : releases.map(({ product, version }) => `${product}/${version}`),
    handing: [],
    handed: new Map(),
  };
}

/** The pages that everybody reads of each release. */
export function plannedReleasePages(settings: EditionSettings): PlannedUnits {
  return { units: unitsOf('release', releasesOf(settings)), prepare: [], handing: [], handed: new Map() };
}

/** Everything else. */
export async function plannedPages(
  settings: EditionSettings,
  workshop: Workshop,
): Promise<PlannedUnits & { routes: Map<string, RouteState> }> {
  const releases = releasesOf(settings);
  const kinds = UNIT_KINDS.filter(
    ({ kind, isFirst }) => !isFirst && (settings.edition === 'internal' || kind === 'release'),
  );
  const routes = await routeStates(workshop);
  const handed = new Map<string, string>();
  for (const { units, handed: digests = [] } of routes.values())
    for (const [at, digest] of digests.entries()) handed.set(units[at] ?? '', digest);
  return {
    units: [
      ...kinds.flatMap(({ kind }) => unitsOf(kind, releases)),
      ...[...routes.values()].flatMap(({ units }) => units),
    ],
    prepare: [],
    handing: [...routes].flatMap(([route, state]) => (state.handed === undefined ? [] : [route])),
    handed,
    routes,
  };
}

/** The units that have to be made, the others being as they were. */
export function dirtyUnits({ units, handed }: PlannedUnits, { before, work }: Workshop): string[] {
  const handedBefore = new Map<string, string>();
  for (const { units: ids, handed: digests = [] } of before.routes.values())
    for (const [at, digest] of digests.entries()) handedBefore.set(ids[at] ?? '', digest);
  return units.filter((id) => {
    const state = before.units.get(id);
    return state === undefined || handed.get(id) !== handedBefore.get(id) || !work.isAsBefore(state.from);
  });
}

/** The pages of every route that are made one by one; what was so before is not asked again. */
async function routeStates({ before, work, renderer }: Workshop): Promise<Map<string, RouteState>> {
  const states = new Map<string, RouteState>();
  for (const route of renderer.routes.filter((each) => kindOfRoute(each) === undefined)) {
    const known = before.routes.get(route.route);
    const state = known !== undefined && work.isAsBefore(known.from) ? known : await ask(route);
    states.set(route.route, state);
  }
  return states;

  async function ask(route: Route): Promise<RouteState> {
    const { value: paths, from } = await work.observe(() => renderer.pathsOf(route));
    const units = paths.map(({ params }) => unitId({ kind: 'page', route: route.route, params }));
    const isHanding = paths.some(({ props }) => props !== undefined);
    if (!isHanding) return { from, units };
    return { from, units, handed: paths.map(({ props }) => digestOf(textOfValue(props))) };
  }
}

interface Release {
  product: string;
  version: string;
}

function unitsOf(kind: UnitKind['kind'], releases: readonly Release[]): string[] {
  return releases.map((release) => unitId({ kind, ...release }));
}

/** Every name that a release may have in the ledger. */
function releasesOf({ content, edition }: EditionSettings): Release[] {
  return productsOf(content).flatMap((product) => {
    const noted = namesIn(content, 'notes', product).flatMap((name) =>
      name.endsWith('.md') ? [name.slice(0, -3)] : [],
    );
    const recorded = edition === 'internal' ? namesIn(content, 'ledger', product, 'releases') : [];
    const versions = [...new Set([...noted, ...recorded])].filter((version) => /^\d\S*$/.test(version));
    return versions.sort().map((version) => ({ product, version }));
  });
}

/** Seals of deployments are served where a release of that name would be. */
function deploymentsOf({ content }: EditionSettings): Release[] {
  return productsOf(content).map((product) => ({ product, version: 'deployments' }));
}

function productsOf(content: string): string[] {
  return namesIn(content, 'products').flatMap((name) => (name.endsWith('.md') ? [name.slice(0, -3)] : []));
}

function namesIn(...parts: string[]): string[] {
  const folder = path.join(...parts);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
