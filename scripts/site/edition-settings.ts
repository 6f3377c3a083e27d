import path from 'node:path';

/** What one build makes of which records. */
export interface EditionSettings {
  edition: 'public' | 'internal';
  /** The folder with the records. */
  content: string;
  /** Where the public edition is served; null where nobody said so. */
  site: string | null;
  /** The moment of the build, as RFC 3339. */
  now: string;
}

/** Tells the site's code what it is asked for: it reads its environment. Before anything of it is loaded. */
export function applySettings({ edition, content, site, now }: EditionSettings): void {
  process.env['NODE_ENV'] = 'production';
  process.env['LEDGER_EDITION'] = edition;
  process.env['LEDGER_CONTENT'] = path.resolve(content);
  process.env['LEDGER_SITE'] = site ?? '';
  process.env['LEDGER_NOW'] = now;
}
