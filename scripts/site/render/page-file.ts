import type { Route, StaticPath } from './renderer.ts';

/** One page of a route. */
export interface Address {
  route: Pick<Route, 'route' | 'type' | 'pathname' | 'pattern'>;
  params: StaticPath['params'];
}

/** Addresses of pages are never told by the host that renders them. */
const ORIGIN = 'http://localhost:4321';

/** The path of a page below its edition's folder, without a slash before or behind it; empty for the first page. */
export function pathOfPage({ route: { route, pathname }, params }: Address): string {
  if (pathname !== undefined) return trimmed(pathname);
  return trimmed(
    route.replaceAll(/\/?\[(\.\.\.)?([^\]]+)\]/g, (written, rest: string | undefined, name: string) => {
      const slash = written.startsWith('/') ? '/' : '';
      const value = params[name];
      if (value === undefined && rest === undefined) throw new Error(`${route} wants ${name}`);
      return value === undefined ? '' : `${slash}${value}`;
    }),
  );
}

/** The file of a page: a folder of its own for each page that people read. */
export function fileOfPage(address: Address): string {
  const path = pathOfPage(address);
  if (address.route.type === 'endpoint') return path;
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/** What Astro is asked for: with a slash behind it wherever its route wants one. */
export function urlOfPage(address: Address): string {
  const path = `/${pathOfPage(address)}`;
  return ORIGIN + encodeURI(address.route.pattern.test(path) ? path : `${path}/`);
}

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}
