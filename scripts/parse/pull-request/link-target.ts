import { withoutControls } from '../message/text.ts';

/** Where a foreign text may lead. */
export interface LinkOptions {
  /** The repository's page, as "https://github.com/owner/name"; null where it has none. */
  repositoryUrl: string | null;
  /** Whether the note may link there. */
  mayLink(url: string): boolean;
}

/** Longer addresses are no help to a reader, and fill the bullet. */
const LONGEST = 1000;
/** A place that no relative address leads out of. */
const ROOT = 'https://repository.invalid/';

/**
 * The address that a link of a description leads to, or null where the note must not link: http and https
 * only, without names and passwords. A relative address is one of the repository's files on its default
 * branch.
 */
export function linkTarget(address: string, { repositoryUrl, mayLink }: LinkOptions): string | null {
  const written = withoutControls(address).trim();
  const absolute = /^https?:\/\/[^\s/]/i.test(written) ? written : inRepository(written, repositoryUrl);
  if (absolute === null || !URL.canParse(absolute)) return null;
  const { href, username, password } = new URL(absolute);
  if (username !== '' || password !== '') return null;
  const target = withoutMarks(href);
  return target.length <= LONGEST && mayLink(target) ? target : null;
}

function inRepository(address: string, repositoryUrl: string | null): string | null {
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(address);
  if (address === '' || hasScheme || /^[/\\]{2}|\\/.test(address) || repositoryUrl === null) return null;
  const relative = address.replace(/^\//, '');
  if (!URL.canParse(relative, ROOT)) return null;
  return `${repositoryUrl.replace(/\/+$/, '')}/blob/HEAD/${new URL(relative, ROOT).href.slice(ROOT.length)}`;
}

/** In an address `{#…}` would be read as the note's own mark. */
function withoutMarks(href: string): string {
  return href.replaceAll('{', '%7B').replaceAll('}', '%7D');
}
