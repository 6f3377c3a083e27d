import type { Change } from '../../../src/records/index.ts';

type Bump = NonNullable<Change['dependency']>;

const BUMPS = [
  /\bbump(?:s|ed)? (?:the )?(\S+) from v?(\S+?) to v?(\S+?)(?: in (\S+))?\.?$/i,
  /\b(?:update|upgrade)(?:s|d)? (?:dependency |module |image |package )?(\S+) from v?(\S+?) to v?(\S+?)(?: in (\S+))?\.?$/i,
];
const UPDATES = [
  /\bupdate (?:dependency|module|helm release|image|terraform|docker image) (\S+) to v?(\d\S*?)(?: \[security\])?$/i,
];

/** Reads what dependency bots write ("Bump x from 1.0 to 1.1", "Update module x to v1.1"). Null where it is none. */
export function dependencyBump(title: string): Bump | null {
  for (const form of BUMPS) {
    const match = form.exec(title);
    if (match === null) continue;
    const [, name = '', from = '', to = '', folder] = match;
    if (!/\d/.test(to)) continue;
    return { name: folder === undefined ? bare(name) : `${bare(name)} in ${folder}`, from, to };
  }
  for (const form of UPDATES) {
    const match = form.exec(title);
    if (match !== null) return { name: bare(match[1] ?? ''), from: null, to: match[2] ?? '' };
  }
  return null;
}

function bare(name: string): string {
  return name.replace(/^[`'"]|[`'":]$/g, '');
}
