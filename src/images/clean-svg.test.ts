import { describe, expect, test } from 'vitest';
import { cleanSvg } from './clean-svg.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"';

function cleaned(inner: string, more = ''): string {
  const clean = cleanSvg(`<svg ${SVG}${more}>${inner}</svg>`);
  if (clean.is === 'refused') throw new Error(`line ${clean.line}: ${clean.because}`);
  return clean.text.replace(/^<svg [^>]*>|<\/svg>\n$/g, '');
}

test('what draws stays as it is', () => {
  const drawing =
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#f70"></stop></linearGradient></defs>' +
    '<g style="fill:url(#g)" fill="url(\'#g\')"><path d="M0 0L9 9Z"></path><text x="1">A &amp; B</text></g>' +
    '<style>.a{fill:#f70}</style><use href="#g"></use>';
  expect(cleaned(drawing)).toBe(drawing);
});

test('what drawing programs tell of themselves goes', () => {
  expect(
    cleaned(
      '<!-- Ada Brook --><metadata>Ada Brook</metadata><i:view xmlns:i="http://inkscape.example"><g/></i:view><g i:label="Ada" xmlns:i="http://inkscape.example" data-name="Ada" fill="red"/>',
    ),
  ).toBe('<g fill="red"></g>');
  const whole = cleanSvg(`<?xml version="1.0"?><?xml-stylesheet href="x.css"?><!DOCTYPE svg><svg ${SVG}/>`);
  expect(whole).toEqual({ is: 'clean', text: `<svg ${SVG}></svg>\n` });
});

test('an older link within the drawing is written as links are now', () => {
  expect(cleaned('<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"/>')).toBe(
    '<use href="#a"></use>',
  );
});

describe('refused is', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', /<script>/],
    [
      'a script by another prefix',
      '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
      /<script>/,
    ],
    ['a handler', '<g onload="alert(1)"/>', /onload/],
    ['a handler in capitals', '<g ONCLICK="alert(1)"/>', /ONCLICK/],
    [
      'foreign content',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
      /foreignObject/,
    ],
    ['a link', '<a href="#x"><g/></a>', /<a>/],
    ['a picture', '<image href="https://example.org/x.png"/>', /<image>/],
    ['an animation', '<animate attributeName="href" to="javascript:alert(1)"/>', /<animate>/],
    ['a part of another file', '<use href="other.svg#a"/>', /another file/],
    ['a part of data', '<use href="data:image/svg+xml,x#a"/>', /another file/],
    ['another file in style', '<g style="fill:url(https://example.org/x)"/>', /another file/],
    ['another file in an attribute', '<g fill="url( \'//example.org/x#a\' )"/>', /another file/],
    ['an import', '<style>@import "https://example.org/x.css";</style>', /another file/],
    ['an import by escapes', '<style>@\\69mport "x.css";</style>', /another file/],
    ['an import in CDATA', '<style><![CDATA[@import "x.css";]]></style>', /another file/],
    ['an import in two pieces', '<style>@im<!-- -->port "x.css";</style>', /another file/],
    ['an import around something', '<style>@im<g/>port "x.css";</style>', /another file/],
    ['an entity', '&nbsp;', /not XML/],
    ['half a drawing', '<g>', /not XML/],
  ])('%s', (_what, inner, because) => {
    expect(() => cleaned(inner)).toThrow(because);
  });

  test('what declares entities', () => {
    const text = `<!DOCTYPE svg [<!ENTITY a "b">]><svg ${SVG}>&a;</svg>`;
    expect(cleanSvg(text)).toMatchObject({ is: 'refused', because: expect.stringContaining('declares') });
  });

  test.each(['', 'PNG', '<html><svg/></html>', '<svg viewBox="0 0 1 1"/>'])('no drawing: %j', (text) => {
    expect(cleanSvg(text).is).toBe('refused');
  });

  test('with the line on which it stands', () => {
    expect(cleanSvg(`<svg ${SVG}>\n<g/>\n<script/>\n</svg>`)).toMatchObject({ is: 'refused', line: 3 });
  });
});

test('what was made harmless is made harmless no further', () => {
  const once = cleanSvg(`<svg ${SVG}><text x='a"b'>&lt;g onload="x"&gt;</text></svg>`);
  expect(once.is === 'clean' && cleanSvg(once.text)).toEqual(once);
});
