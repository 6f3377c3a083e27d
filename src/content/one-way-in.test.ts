import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = path.resolve(import.meta.dirname, '..');

/** Files of the site's code, and what of their text is code. */
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:ts|astro)$/.test(file) && !/\.test\.ts$|(?:^|\/)testing\//.test(file))
  .map((file) => ({
    file,
    code: readFileSync(path.join(SOURCE, file), 'utf8').replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, ''),
  }));

function filesWith(pattern: RegExp): string[] {
  return files
    .filter(({ code }) => pattern.test(code))
    .map(({ file }) => file)
    .sort();
}

test('the disk is read in one place: elsewhere nobody would know what a page was made from', () => {
  expect(filesWith(/from 'node:fs/)).toEqual(['content/disk.ts']);
});

test('the environment is read where a build knows of it', () => {
  expect(filesWith(/process\.env|import\.meta\.env\.(?!DEV|PROD)/)).toEqual([
    'content/moment.ts',
    'content/once.ts',
    'content/settings.ts',
    'content/site.ts',
  ]);
});

test('the clock is read in one place', () => {
  expect(filesWith(/Date\.now\(|new Date\(\)/).filter((file) => !file.startsWith('client/'))).toEqual([
    'content/moment.ts',
  ]);
});

test('no value outside of the tracked ones stays from page to page', () => {
  const kept = /^(?:let |(?:export )?const \w+(?:: [^=]+)? = new (?:Map|Set|WeakMap)\(\))/m;
  expect(filesWith(kept).filter((file) => !file.startsWith('client/'))).toEqual([]);
});
