import { digestOf, textOfValue } from '../trace/digest.ts';
import type { UnitState } from '../trace/trace.ts';
import type { TracedWork } from '../trace/traced-work.ts';
import { mappedAddresses } from './mapped-addresses.ts';
import type { RenderedPage, Renderer, Route, StaticPath } from './renderer.ts';
import { kindOfRoute, type Unit, unitId } from './units.ts';

/** Makes the pages of units. */
export interface UnitMaker {
  make(unit: Unit): Promise<UnitState>;
}

/** What a maker works with. */
export interface UnitWork {
  renderer: Renderer;
  work: TracedWork;
  /** Puts a page where it belongs. */
  write(page: RenderedPage): void;
  /** Where the edition is served; null where nobody said so, and where nothing is mapped. */
  site: string | null;
  /** Routes that hand something to their pages. */
  handing: ReadonlySet<string>;
}

/** Values of a release that are kept for all pages that tell of many releases. */
const KEPT = [
  ...[
    'note',
    'note body',
    'version in lists',
    'public release',
    'headlines',
    'changelog of a release',
    'telling in feeds',
  ],
  ...['audit entry', 'turning points', 'last turning point', 'verdict in short', 'shipped', 'outline'],
  ...['standings of a release', 'exceptions of a release', 'acts of a release', 'summary of a release'],
  ...['previous release', 'taken back of a release'],
  ...['landed changes', 'claims of a release', 'declared of a release'],
];

/** A maker of units. What a page was made from is known by what was read while it was made. */
export function unitMaker({ renderer, work, write, site, handing }: UnitWork): UnitMaker {
  const byName = new Map(renderer.routes.map((route) => [route.route, route]));
  const pathOf = rememberedPaths(renderer, handing);

  function routeOf(name: string): Route {
    const route = byName.get(name);
    if (route === undefined) throw new Error(`there is no route ${name}`);
    return route;
  }

  async function pagesOf(unit: Unit): Promise<RenderedPage[]> {
    if (unit.kind === 'page') {
      const route = routeOf(unit.route);
      return [await renderer.render(route, await pathOf(route, unit.params))];
    }
    const pages: RenderedPage[] = [];
    for (const route of renderer.routes.filter((each) => kindOfRoute(each)?.kind === unit.kind))
      for (const path of await renderer.pathsOf(route, { product: unit.product, version: unit.version }))
        pages.push(await renderer.render(route, path));
    return pages;
  }

  return {
    async make(unit) {
      // Astro asks a route for its pages outside of what is observed.
      if (unit.kind === 'page') await pathOf(routeOf(unit.route), unit.params);
      const { value: pages, from } = await work.observe(() => pagesOf(unit));
      for (const page of pages) write(page);
      if (unit.kind === 'dossier') prepare(work, `${unit.product}/${unit.version}`);
      const mapped = site === null ? [] : pages.flatMap((page) => mappedAddresses(page, site));
      return {
        from,
        digest: digestOf(pages.map(({ file, bytes }) => `${file} ${digestOf(bytes)}\n`).join('')),
        files: pages.length,
        names: pages.map(({ file }) => file),
        ...(mapped.length > 0 && { mapped }),
      };
    },
  };
}

/** Keeps what others read of a release. What cannot be read is an error of the pages that show it. */
export function prepare(work: TracedWork, release: string): void {
  for (const name of KEPT) {
    try {
      work.prepare(name, release);
    } catch {}
  }
}

/** Few routes hand something to their pages: those are asked once for all of them. */
function rememberedPaths(
  renderer: Renderer,
  handing: ReadonlySet<string>,
): (route: Route, params: StaticPath['params']) => Promise<StaticPath> {
  const known = new Map<Route, ReadonlyMap<string, StaticPath>>();
  return async (route, params) => {
    if (!handing.has(route.route)) return { params };
    const paths =
      known.get(route) ?? new Map((await renderer.pathsOf(route)).map((path) => [idOf(route, path), path]));
    known.set(route, paths);
    const path = paths.get(idOf(route, { params }));
    if (path === undefined) throw new Error(`${route.route} has no page ${textOfValue(params)}`);
    return path;
  };
}

function idOf({ route }: Route, { params }: StaticPath): string {
  return unitId({ kind: 'page', route, params });
}
