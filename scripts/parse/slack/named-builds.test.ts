import { describe, expect, test } from 'vitest';
import { readMarkup } from './markup.ts';
import { type NamedBuilds, namedBuilds } from './named-builds.ts';

const API = '9f2c1ab0d1e2f3a4b5c6d7e8f90123456789abcd';
const WEB = '9f2c1ff0d1e2f3a4b5c6d7e8f90123456789abcd';
const OTHER = 'ab'.repeat(20);
const DIGEST = `sha256:${'5c'.repeat(32)}`;

function named(text: string): NamedBuilds {
  return namedBuilds(readMarkup(text), [API, WEB]);
}

describe('commits', () => {
  test.each([
    [`GO ${API}`, [API], []],
    [`GO (${API.toUpperCase()})`, [API], []],
    ['GO for `9f2c1ab`', [API], []],
    ['GO for 9f2c1ab…', [API], []],
    ['commit:9f2c1ab.', [API], []],
    ['lantern-api-1-12-0-9f2c1ab is fine', [API], []],
    ['lantern-api:1.12.0-9f2c1ab', [API], []],
    ['<https://example.org/acme/api/commit/9f2c1ab>', [API], []],
    ['<https://example.org/acme/api/commit/9f2c1ab|the head>', [API], []],
    ['GO 9f2c1ab 9f2c1ff', [API, WEB], []],
    [`GO ${OTHER}`, [OTHER], []],
    ['GO 9f2c1a', [], []],
    ['GO deadbee1', [], ['deadbee1']],
    ['GO 20260203, ticket 1234567', [], []],
    ['it was defaced and effaced', [], []],
    ['run 3f2504e0-4f89-11d3-9a0c-0305e82c3301', [], []],
    ['<https://ci.example.org/run/9f2c1ab0>', [], []],
    ['file 9f2c1ab.json', [], []],
  ])('%j', (text, commits, strange) => expect(named(text)).toMatchObject({ commits, strange }));

  test('an abbreviation that two of the release’s commits begin with names neither', () => {
    expect(namedBuilds(readMarkup('GO 9f2c1ab'), [API, API.replace(/cd$/, 'ce')])).toMatchObject({
      commits: [],
      strange: ['9f2c1ab'],
    });
  });
});

test('digests are named in full, and are no commits', () => {
  expect(named(`GO for ${DIGEST}, not sha256:5c5c5c5c`)).toEqual({
    commits: [],
    strange: ['5c5c5c5c'],
    digests: [DIGEST],
  });
});
