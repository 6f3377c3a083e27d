import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Sheets of pages that customers read: those may be translated into languages that are read from right to left. */
const INTERNAL = /^(?:audit|change|delivery|deployments|judged|modules|population|seal|trail)\.css$/;
/** Sides, and four lengths of which the second and the fourth are not the same. */
const ONE_SIDED =
  /(?:^|[\s{;])(?:(?:margin|padding|border)-(?:left|right)\b|(?:left|right):|(?:text-align|float|clear): (?:left|right)|(?:margin|padding): \S+ (\S+) \S+ (?!\1;)\S+;)/;

const sheets = readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith('.css') && !INTERNAL.test(name),
);

test.each(sheets)('%s names no side that would be the wrong one from right to left', (name) => {
  const lines = readFileSync(path.join(import.meta.dirname, name), 'utf8').split('\n');
  expect(lines.filter((line) => ONE_SIDED.test(line))).toEqual([]);
});
