import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { parseGithub } from '../markdown/parse.ts';
import { markdownOf } from './markdown-text.ts';

const PLAINLY = remark()
  .use(remarkGfm, { singleTilde: false })
  .data('settings', { bullet: '-', rule: '*', emphasis: '_', listItemIndent: 'one', fences: true });

const PARTS = fc.constantFrom(
  ...[
    'a',
    'Mend the pool',
    'é',
    '7',
    ' ',
    '\n',
    '\n\n',
    '- ',
    '*b*',
    '**c**',
    '`d`',
    '[e](https://e.co)',
    '~~f~~',
  ],
  ...[
    '(#12)',
    '1. ',
    '1',
    '.',
    ')',
    '# ',
    '> ',
    '| a | b |\n| - | - |\n| c | d |',
    'w',
    'ww.',
    '@',
    ':',
    '//',
    '!',
  ],
  ...[',', ';', '?', '/', '%', "'", '"', '_', '*', '\\', '&', 'amp;', '<', '>', '+ ', '=', '---', '  '],
);

test('what is written quickly is written as the library writes it', () => {
  const text = fc.array(PARTS, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (markdown) => {
      const { children } = parseGithub(markdown);
      expect(markdownOf(...children)).toBe(PLAINLY.stringify({ type: 'root', children }).trimEnd());
    }),
    { seed: 20_260_105, numRuns: 4000 },
  );
});
