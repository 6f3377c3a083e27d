import { expect, test } from 'vitest';
import { visibleLines } from './visible-lines.ts';

function seen(body: string): string {
  const marks = { opens: '(', inside: '|', closes: ')' };
  return visibleLines(body)
    .map(({ text, fence }) => (fence === null ? text : `${marks[fence]}${text}`))
    .join('/');
}

test.each([
  ['a\r\nb\rc\nd', 'a/b/c/d'],
  ['a <!-- b --> c <!-- d -->e', 'a  c e'],
  ['a <!-- b\nc\n--> d', 'a // d'],
  ['a <!-- never closed\nb', 'a /'],
  ['a `<!--` b', 'a `<!--` b'],
  ['```\n<!-- a -->\n```\nb', '(```/|<!-- a -->/)```/b'],
  ['````\n```\n````\nb', '(````/|```/)````/b'],
  ['~~~\n```\n~~~~\nb', '(~~~/|```/)~~~~/b'],
  ['```\na\n~~~', '(```/|a/|~~~'],
  ['- ```sh\n  a\n  ```\nb', '(- ```sh/|  a/)  ```/b'],
  ['> ```\n> a\n> ```\nb', '(> ```/|> a/)> ```/b'],
  ['```release-note\na ```\nb', '(```release-note/)a ```/b'],
  ['```sh\na ```\nb', '(```sh/|a ```/|b'],
  ['``` a ``` b', '``` a ``` b'],
  ['a\u0000\u202Eb', 'ab'],
])('%j', (body, lines) => expect(seen(body)).toBe(lines));
