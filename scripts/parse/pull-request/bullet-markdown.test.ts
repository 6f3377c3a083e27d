import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNoteBody } from '../../../src/markdown/note-body.ts';
import { renderLine } from '../../../src/markdown/render.ts';
import { bulletMarkdown, type LinkOptions } from './bullet-markdown.ts';

const OPTIONS: LinkOptions = {
  repositoryUrl: 'https://github.com/fir/cone',
  mayLink: (url) => !url.includes('hidden.example'),
};

function written(markdown: string, options: LinkOptions = OPTIONS): string {
  return bulletMarkdown(markdown, options);
}

/** The bullet as a note holds it and as a page shows it. */
function inNote(text: string): { ids: string[]; html: string; bullets: number; sections: number } {
  const { sections } = parseNoteBody(`## Added\n\n- ${text} {#core-1}\n`);
  const bullets = sections.flatMap((section) => section.bullets);
  const html = renderLine(bullets[0]?.text ?? '').html;
  return { ids: bullets.flatMap(({ ids }) => ids), html, bullets: bullets.length, sections: sections.length };
}

function expectOneSafeBullet(markdown: string): void {
  const text = written(markdown);
  const { html, ...form } = inNote(text);
  expect(form, text).toEqual({ ids: ['core-1'], bullets: 1, sections: 1 });
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name);
  const allowed = 'p strong em del code pre a br hr blockquote ul ol li table thead tbody tr th td div'.split(
    ' ',
  );
  expect(allowed, text).toEqual(expect.arrayContaining(tags));
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address);
  expect(
    links.filter((address) => !/^https?:\/\//.test(address) || address.includes('hidden.example')),
  ).toEqual([]);
  expect(text.length).toBeLessThanOrEqual(4002);
}

describe('words', () => {
  test.each([
    ['Mend it', 'Mend it'],
    ['Mend\r\nit', 'Mend\n  it'],
    ['One.\n\nTwo.', 'One.\n\n  Two.'],
    ['# Loud **and** clear', '**Loud and clear**'],
    ['words\n\n---\n\nmore', 'words\n\n  more'],
    ['Do:\n- a\n- b\n  - c', 'Do:\n  - a\n  - b\n    - c'],
    ['snake_case and `co_de`', 'snake_case and `co_de`'],
    ['**a **b** c**', '**a b c**'],
    ['', ''],
    ['<!-- nothing -->', ''],
    ['***', ''],
    ['a\u202Eb\u0000c `d\u2066e`', 'abc `de`'],
    ['a&#8238;b', 'ab'],
    ['mail lin@fir.example now', 'mail (address removed) now'],
    ['mail <lin@fir.example> now', 'mail (address removed) now'],
    ['note[^1] it\n\n[^1]: With *care*.', 'note\\[1] it\n\n  \\[1] With *care*.'],
  ])('%j', (markdown, text) => expect(written(markdown)).toBe(text));
});

describe('what HTML and images leave', () => {
  test.each([
    ['Press <kbd>Up</kbd><br>now', 'Press Up\n  now'],
    ['a <!-- b --> c', 'a  c'],
    ['Give a <name>', 'Give a \\<name>'],
    ['<details><summary>More</summary>\n\nWords\n\n</details>', 'More\n\n  Words'],
    ['see ![the plot](x.png)', 'see the plot'],
    ['see <img src="x.png" alt="the plot">', 'see the plot'],
    ['[![the plot](x.png)](https://fir.example/)', '[the plot](https://fir.example/)'],
  ])('%j', (markdown, text) => expect(written(markdown)).toBe(text));

  test('a script is shown, never run', () => {
    expect(inNote(written('<script>alert(1)</script>')).html).toContain('&#x3C;script>');
  });
});

describe('links', () => {
  test.each([
    ['[a](https://fir.example/b)', '[a](https://fir.example/b)'],
    ['[a][b]\n\n[b]: https://fir.example/b "title"', '[a](https://fir.example/b)'],
    ['[a](docs/x.md#y)', '[a](https://github.com/fir/cone/blob/HEAD/docs/x.md#y)'],
    ['[a](/x)', '[a](https://github.com/fir/cone/blob/HEAD/x)'],
    ['[a](../../x)', '[a](https://github.com/fir/cone/blob/HEAD/x)'],
    ['[a](#y)', '[a](https://github.com/fir/cone/blob/HEAD/#y)'],
    ['[a](//fir.example)', 'a'],
    ['[a](javascript:x)', 'a'],
    ['[a](https:x)', 'a'],
    ['[a](https://lin:secret@fir.example)', 'a'],
    ['[a](https://hidden.example/x)', 'a'],
    ['[](https://fir.example/)', ''],
    ['https://fir.example/b', '<https://fir.example/b>'],
    ['at https://hidden.example/x.', 'at `https://hidden.example/x`.'],
    ['[a](https://fir.example/{#core-2})', '[a](https://fir.example/%7B#core-2%7D)'],
    ['#12 and fir/cone#13', '#12 and fir/cone#13'],
  ])('%s', (markdown, text) => expect(written(markdown)).toBe(text));

  test('without a repository a relative link leaves its text', () => {
    expect(written('[a](docs/x.md)', { ...OPTIONS, repositoryUrl: null })).toBe('a');
  });
});

describe('nobody is notified where the note is pasted', () => {
  test.each([
    ['thanks @lin-q!', 'thanks `@lin-q`!'],
    ['(@fir/cone-team)', '(`@fir/cone-team`)'],
    ['&#64;lin', '`@lin`'],
    ['@lin<!-- -->-q', '`@lin-q`'],
    ['[@lin](https://fir.example/)', '[`@lin`](https://fir.example/)'],
    ['install @fir/cone', 'install `@fir/cone`'],
    ['see cone/@lin and @lin@oak', 'see cone/`@lin` and `@lin@oak`'],
    ['name@v1 stays', 'name\\@v1 stays'],
  ])('%s', (markdown, text) => expect(written(markdown)).toBe(text));
});

test('marks of the note in foreign text are text', () => {
  const text = written('x {#core-2} \\_(withdrawn in 1.0)\\_ `{#core-3} _(withdrawn in 1.0)_`');
  const { ids, html } = inNote(text);
  expect(ids).toEqual(['core-1']);
  expect(html).toBe('x {#core-2} _(withdrawn in 1.0)_ <code>{#core-3} _ (withdrawn in 1.0)_</code>');
});

test.each([
  ['x \\_(withdrawn in a', 'x _(withdrawn in a'],
  ['x \\_(withdrawn in', 'x _(withdrawn in'],
  ['x `_(withdrawn in`', 'x <code>_ (withdrawn in</code>'],
  ['**_(withdrawn in a_\\_**', '<strong><em>(withdrawn in a</em>_</strong>'],
])('a mark of withdrawal behind foreign text takes none of it along: %s', (markdown, html) => {
  expect(inNote(`${written(markdown)} _(withdrawn in 1.0)_`).html).toBe(html);
});

test('a table becomes lines', () => {
  expect(written('Sizes:\n\n| Name | Size |\n|-|-|\n| fir | 1 |\n| oak | |')).toBe(
    'Sizes:\n  - Name: fir; Size: 1\n  - Name: oak',
  );
  expect(written('| Name |\n|-|\n| fir |')).toBe('- fir');
});

test('code stays code, and the id mark behind it stands outside', () => {
  const text = written('Run:\n\n```sh\nfir  --cone\n\ndone\n```');
  expect(text).toBe('Run:\n  ```sh\n  fir  --cone\n\n  done\n  ```\n ');
  expect(inNote(text)).toMatchObject({ ids: ['core-1'], html: expect.stringContaining('<pre') });
});

describe('long entries', () => {
  test.each([
    ['one paragraph', 'word '.repeat(20_000)],
    ['paragraphs', 'some words\n\n'.repeat(9000)],
    ['a list', '- some words\n'.repeat(8000)],
    ['code', `\`\`\`\n${'some words\n'.repeat(9000)}\`\`\``],
    ['one word', 'x'.repeat(100_000)],
    ['marks', '*x*_'.repeat(25_000)],
  ])('%s end with an ellipsis at 4,000 characters', (_, markdown) => {
    const text = written(markdown);
    expect(text.endsWith('…')).toBe(true);
    expect(text.length).toBeGreaterThan(900);
    expectOneSafeBullet(markdown);
  });

  test('words are not cut', () => {
    expect(written('word '.repeat(20_000))).toMatch(/^(?:word ){799}word …$|^(?:word )+…$/);
  });
});

describe('hostile texts take no time', () => {
  test.each([
    '>'.repeat(100_000),
    '> '.repeat(50_000),
    '- '.repeat(50_000),
    '1. '.repeat(30_000),
    '['.repeat(100_000),
    '![['.repeat(30_000),
    '*'.repeat(100_000),
    '**a '.repeat(10_000) + ' b**'.repeat(10_000),
    '~~a'.repeat(30_000),
    '`'.repeat(100_000),
    '<'.repeat(100_000),
    '<!--'.repeat(25_000),
    '<a '.repeat(30_000),
    '|'.repeat(50_000),
    `|a|b|\n|-|-|\n${'|x\n'.repeat(30_000)}`,
    'a\n=\n'.repeat(25_000),
    '[^1]: '.repeat(15_000),
    '\u0000'.repeat(100_000),
    '\\'.repeat(100_000),
    'a@'.repeat(50_000),
    '@a/'.repeat(30_000),
    'www.'.repeat(25_000),
    Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
  ])('%#', (markdown) => {
    const start = performance.now();
    written(markdown);
    expect(performance.now() - start).toBeLessThan(2000);
    expectOneSafeBullet(markdown);
  });
});

const pieces = fc.constantFrom(
  ...'ab1 _*~<>[]()!#+-=|\\&;:./@{}"\'^$%,?\n\t`',
  ...[
    '\n\n',
    '\n- ',
    '\n1. ',
    '\n> ',
    '\n  ',
    '\n    ',
    '\n```\n',
    '\n~~~ a',
    '``',
    '**',
    '__',
    '~~',
    '\n---\n',
    '\n=\n',
  ],
  ...[
    '&amp;',
    '&#10;',
    '&#32;',
    '&lt;',
    'https://',
    'www.',
    'a.example',
    '@lin',
    'lin@fir.example',
    '[^1]',
    '\n[^1]: ',
  ],
  ...[
    '{#core-2}',
    '{#',
    '_(withdrawn in 1)_',
    '<!--',
    '-->',
    '<b>',
    '</b>',
    '<br>',
    '<script>',
    '<x y>',
    '[a](b)',
  ],
  ...[
    '](',
    '[a]: /b',
    '| a | b |\n|-|-|\n',
    '\n## Added\n',
    '\n# a\n',
    '- [ ] ',
    '![a](b)',
    '\u00a0',
    'é',
    '\u2028',
    '\ud800',
  ],
);
const foreign = fc.oneof(
  fc.string({ unit: pieces, maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

test('any text is one safe bullet with its own id', () => {
  fc.assert(fc.property(foreign, expectOneSafeBullet), { seed: 20_260_105, numRuns: 3000 });
});
