import { fileOfPage } from './page-file.ts';
import type { Route, StaticPath } from './renderer.ts';

/**
 * Pages that are made together, since they are made from the same records: most are of one release. Every other page is
 * a unit of its own.
 */
export interface UnitKind {
  kind: 'dossier' | 'release' | 'comparison';
  /** Made first: these read little but their own records, and keep what all others read of them. */
  isFirst: boolean;
  routes: RegExp;
  /** Where its pages lie, and none of any other unit. */
  places(product: string, version: string): string[];
}

/** In the order in which they are made. */
export const UNIT_KINDS: readonly UnitKind[] = [
  {
    kind: 'dossier',
    isFirst: true,
    routes: /^\/audit\/\[product\]\/\[version\](?:\/|$)/,
    places: (product, version) => [`audit/${product}/${version}`],
  },
  {
    kind: 'release',
    isFirst: false,
    routes:
      /^\/\[product\]\/(?:upgrade\/to\/)?\[version\](?:\/|$)|^\/api\/v1\/\[product\]\/releases\/\[version\]\.json$/,
    places: (product, version) => [
      `${product}/${version}`,
      `${product}/upgrade/to/${version}`,
      `api/v1/${product}/releases/${version}.json`,
    ],
  },
  {
    kind: 'comparison',
    isFirst: false,
    routes: /^\/audit\/\[product\]\/compare\/\[version\](?:\/|$)/,
    places: (product, version) => [`audit/${product}/compare/${version}`],
  },
];

/** The kind whose units have a route's pages; undefined for pages that are made one by one. */
export function kindOfRoute({ route }: Pick<Route, 'route'>): UnitKind | undefined {
  return UNIT_KINDS.find(({ routes }) => routes.test(route));
}

/** A unit of a release. */
export interface ReleaseUnit {
  kind: UnitKind['kind'];
  product: string;
  version: string;
}

/** A page that is made alone. */
export interface PageUnit {
  kind: 'page';
  route: string;
  params: StaticPath['params'];
}

export type Unit = ReleaseUnit | PageUnit;

/** The id of a unit: the same from build to build. */
export function unitId(unit: Unit): string {
  if (unit.kind !== 'page') return `${unit.kind} ${unit.product}/${unit.version}`;
  const params = Object.entries(unit.params).filter(([, value]) => value !== undefined);
  return `page ${unit.route} ${JSON.stringify(params)}`;
}

/** Where a unit's pages lie, and none of any other unit: files and folders below the edition's own. */
export function placesIn(routes: readonly Route[]): (unit: Unit) => string[] {
  const byName = new Map(routes.map((route) => [route.route, route]));
  return (unit) => {
    if (unit.kind !== 'page')
      return UNIT_KINDS.find(({ kind }) => kind === unit.kind)?.places(unit.product, unit.version) ?? [];
    const route = byName.get(unit.route);
    return route === undefined ? [] : [fileOfPage({ route, params: unit.params })];
  };
}

/** A unit by its id. */
export function unitOf(id: string): Unit {
  const [kind = '', first = '', ...rest] = id.split(' ');
  if (kind === 'page') {
    const params = JSON.parse(rest.join(' ')) as [string, string][];
    return { kind, route: first, params: Object.fromEntries(params) };
  }
  const at = first.indexOf('/');
  return { kind: kind as UnitKind['kind'], product: first.slice(0, at), version: first.slice(at + 1) };
}
