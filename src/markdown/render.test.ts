import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionsOf, renderBlocks, renderLine } from './render.ts';

describe('text of strangers', () => {
  test('HTML is shown, never passed on', () => {
    const html = renderBlocks('Use <b>this</b>\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>');
    expect(html).not.toMatch(/<(?:b|script|img)\b/);
    expect(html).toContain('&#x3C;script>alert(1)&#x3C;/script>');
  });

  test('comments are left out', () => {
    expect(renderBlocks('<!-- for editors -->\n\nfor readers')).toBe('<p>for readers</p>');
  });

  test('images become their description', () => {
    expect(renderLine('see ![the plot](https://elsewhere.example/p.png)').html).toBe('see the plot');
  });

  test('images beside the note are shown with their size, by nothing but their own words', () => {
    const images = new Map([['1.0/a.png', { address: '/p/1.0/images/a.png', width: 20, height: 10 }]]);
    expect(renderLine('![A plot](1.0/a.png "hover")', { images }).html).toBe(
      '<img src="/p/1.0/images/a.png" alt="A plot" width="20" height="10" loading="lazy" decoding="async">',
    );
    expect(renderLine('![A plot](1.0/b.png)', { images }).html).toBe('A plot');
    expect(renderLine('![A plot](</p/1.0/images/a.png>)', { images }).html).toBe('A plot');
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '../secret',
    '/etc',
    '//elsewhere.example',
    'mailto:a@b.example',
    'https:x',
  ])('a link to %s is dropped to its text', (address) => {
    expect(renderLine(`a [word](<${address}>)`).html).toBe('a word');
  });

  test('links to the web tell nothing about the reader, and have no title', () => {
    expect(renderLine('[word](https://example.org "hover")').html).toBe(
      '<a href="https://example.org" rel="noreferrer noopener">word</a>',
    );
  });

  test('characters that turn the direction of text are taken out, also from code', () => {
    expect(renderLine('a\u202Eb `c\u2066d`\u0000').html).toBe('ab <code>cd</code>');
  });
});

test('a single paragraph comes without its element, anything longer as blocks', () => {
  expect(renderLine('one `line`')).toEqual({ html: 'one <code>line</code>', blocks: false });
  expect(renderLine('one\n\ntwo')).toEqual({ html: '<p>one</p>\n<p>two</p>', blocks: true });
});

test("headings start at the fragment's level and leave none out", () => {
  expect(renderBlocks('# a\n\n#### b\n\n# c', { level: 3 })).toBe('<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>');
});

test('a heading inside a bullet does not become one of the page', () => {
  expect(renderBlocks('- # loud')).not.toMatch(/<h\d/);
});

test('wide tables and code can be scrolled from the keyboard', () => {
  expect(renderBlocks('| a |\n| - |\n| 1 |')).toContain('<div class="scroll" role="group" tabindex="0"');
  expect(renderBlocks('```\ncode\n```')).toContain('<pre tabindex="0"');
});

test('task lists need no form', () => {
  expect(renderBlocks('- [x] done\n- [ ] open')).not.toContain('<input');
});

test('definitions of the prose serve its bullets', () => {
  const definitions = definitionsOf('[guide]: https://example.org/guide\n\nprose');
  expect(renderLine('read the [guide]', { definitions }).html).toContain('href="https://example.org/guide"');
});

test('a line of words is rendered as any other text is', () => {
  const words = fc.stringMatching(/^[A-Za-zé][A-Za-z0-9é ,.;:!?'"()/%$#=+^{}–—…-]{0,40}$/);
  fc.assert(
    fc.property(words, (text) => {
      // With a definition it is no single line, and nothing of that is shown.
      const whole = renderBlocks(`${text}\n\n[unused]: https://example.org`);
      expect(renderBlocks(text)).toBe(whole);
      expect(`<p>${renderLine(text).html}</p>`).toBe(whole);
    }),
    { seed: 20_260_105, numRuns: 800 },
  );
});
