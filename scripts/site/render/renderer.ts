import { pathToFileURL } from 'node:url';
import type { Bundle } from '../bundle/bundle.ts';
import { type Address, fileOfPage, urlOfPage } from './page-file.ts';

/** A kind of page, as Astro knows it. */
export interface Route {
  /** For example "/[product]/[version]". */
  route: string;
  component: string;
  type: 'page' | 'endpoint';
  /** Its only address, where it has just one. */
  pathname?: string;
  prerender: boolean;
  params: string[];
  pattern: RegExp;
}

/** What a route says of one of its pages. */
export interface StaticPath {
  params: Record<string, string | undefined>;
  props?: Record<string, unknown>;
}

/** A page that was made: where its file stands below the edition's folder, and its bytes. */
export interface RenderedPage {
  file: string;
  bytes: Uint8Array;
}

/** Renders the pages of an edition with its code. */
export interface Renderer {
  /** In the order in which they are asked who has an address. */
  routes: readonly Route[];
  /** Every page that a route says it has, or those of one release. */
  pathsOf(route: Route, release?: { product: string; version: string }): Promise<StaticPath[]>;
  render(route: Route, path: StaticPath): Promise<RenderedPage>;
}

interface App {
  manifest: { routes: { routeData: Route }[] };
  routeCache: { set(route: Route, entry: unknown): void };
  getComponentByRoute(route: Route): Promise<Component>;
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  render(request: Request, options: { routeData: Route }): Promise<Response>;
  logger: { options: { destination: unknown } };
}

interface Component {
  getStaticPaths?: (options: unknown) => StaticPath[] | Promise<StaticPath[]>;
}

/** Loads an edition's code. What it tracks is set before: see `src/content/tracking.ts`. */
export async function loadRenderer(bundle: Bundle): Promise<Renderer> {
  const { app } = (await import(pathToFileURL(bundle.entry).href)) as { app: App };
  app.setInternals({
    pagesByKeys: new Map(bundle.pages.map(({ key, styles }) => [key, { styles }])),
    entrySpecifierToBundleMap: new Map(),
  });
  app.setOptions({ settings: { scripts: [], config: {} }, logger: app.logger });
  const asked = new Map<Route, { path: StaticPath | null }>();
  const routes = app.manifest.routes.map(({ routeData }) => routeData).filter(({ prerender }) => prerender);
  // All code at once: what any page remembers can be asked for by its name.
  for (const route of routes) await app.getComponentByRoute(route);
  return {
    routes,
    async pathsOf(route, release) {
      if (route.pathname !== undefined) return [{ params: {} }];
      const { getStaticPaths } = await app.getComponentByRoute(route);
      return getStaticPaths === undefined ? [] : getStaticPaths({ routePattern: route.route, release });
    },
    async render(route, path) {
      const known = asked.get(route) ?? (await introduce(app, route));
      asked.set(route, known);
      known.path = path;
      const address: Address = { route, params: path.params };
      const response = await app.render(new Request(urlOfPage(address)), { routeData: route });
      return { file: fileOfPage(address), bytes: new Uint8Array(await response.arrayBuffer()) };
    },
  };
}

/** Astro would look for the page among all those that its route has; we know already which one it is. */
async function introduce(app: App, route: Route): Promise<{ path: StaticPath | null }> {
  const known: { path: StaticPath | null } = { path: null };
  const staticPaths = Object.assign([], { keyed: { get: () => known.path } });
  app.routeCache.set(route, { mod: await app.getComponentByRoute(route), staticPaths });
  return known;
}
