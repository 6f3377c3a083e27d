import { expect, test } from 'vitest';
import type { ReportFile } from '../parsed-report.ts';
import { faultOf, fileOf } from '../report-fixture.ts';
import { visitXml, type XmlElement, xmlFault, xmlRoot } from './xml.ts';

/** All that a visitor is told, in its order. */
function toldOf(file: ReportFile): string[] {
  const told: string[] = [];
  visitXml(file, {
    open: ({ name, attributes }) =>
      told.push(`<${name}${attributes['n'] === undefined ? '' : ` ${attributes['n']}`}>`),
    close: ({ name }) => told.push(`</${name}>`),
    text: ({ name }, text) => told.push(`${name}: ${text}`),
  });
  return told;
}

function elementOf(file: ReportFile, name: string): XmlElement {
  const elements: XmlElement[] = [];
  visitXml(file, { open: (element) => elements.push(element) });
  const element = elements.find((one) => one.name === name);
  if (element === undefined) throw new Error(`no ${name}`);
  return element;
}

const bytesOf = (name: string, bytes: Uint8Array): ReportFile => ({ name, bytes });
const read = (text: string) => () => toldOf(fileOf(text, 'a.xml'));

test('elements open and close in order, whatever stands between', () => {
  const text = '<?xml version="1.0"?><!-- <x> --><a n="1"><?p q?><b/><![CDATA[<c>]]><b n="2">t</b></a>';
  expect(toldOf(fileOf(text))).toEqual([
    ...['<a 1>', '<b>', '</b>', 'a: <c>', '<b 2>', 'b: t', '</b>', '</a>'],
  ]);
});

test('values of attributes stay text, and references are replaced once', () => {
  for (const [written, value] of [
    ['0x1F', '0x1F'],
    ['1e5', '1e5'],
    ['007', '007'],
    [' a ', ' a '],
    ['&lt;&#65;&#x42;&apos;', "<AB'"],
    ['&amp;lt;', '&lt;'],
    ['a > b', 'a > b'],
    ['&#27;[31m', '&#27;[31m'],
    ['é'.repeat(100_000), 'é'.repeat(100_000)],
  ] as const) {
    expect(elementOf(fileOf(`<a n="${written}"/>`), 'a').attributes['n']).toBe(value);
  }
});

test('a fault names the line of its element, past what only looks like one', () => {
  const text = '<a>\n<!-- <b> -->\n<![CDATA[<b>]]>\n<c n="<b>"/>\n<b\n n="1"/>\n</a>';
  const file = fileOf(text, 'a.xml');
  expect(xmlFault(file, elementOf(file, 'b'), 'wrong', 'n').describe()).toBe('a.xml:5: n: wrong');
});

test('what is not well-formed is refused with its line', () => {
  expect(faultOf(read('<a>\n<b></a>')).place).toEqual({ file: 'a.xml', line: 2 });
  expect(faultOf(read('\n\n<a>\n<b></a>')).place?.line).toBe(4);
  expect(faultOf(read('<a>\n<b n="&unknown;"/></a>')).describe()).toContain(
    'a.xml:2: the XML is broken: Invalid character entity',
  );
  for (const text of [
    '<a',
    '<a>',
    '<a></a><b/>',
    '<a></b>',
    'a',
    '<a n=1/>',
    '<a n/>',
    '<a></a>x',
    '<a/><b/>',
  ])
    expect(faultOf(read(text)).message).toMatch(/the XML is broken/);
});

test('entities are refused, a document type is not', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;&x;&x;">]>\n<a>&y;</a>';
  const outside =
    '<?xml version="1.0"?>\n<!DOCTYPE a [ <!ENTITY x SYSTEM "file:///etc/passwd"> ]>\n<a>&x;</a>';
  const parameter = '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.org/x.dtd"> %x;]><a/>';
  for (const text of [bomb, outside, parameter])
    expect(faultOf(read(text)).message).toBe('the report defines XML entities, and those are not read');
  expect(faultOf(read(outside)).place?.line).toBe(2);
  expect(toldOf(fileOf('<!DOCTYPE a SYSTEM "http://example.org/a.dtd">\n<a/>'))).toEqual(['<a>', '</a>']);
  expect(toldOf(fileOf('<!DOCTYPE a [<!ELEMENT a ANY>]><a/>'))).toEqual(['<a>', '</a>']);
});

test('an element 100,000 deep is refused', () => {
  const deep = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
  expect(faultOf(read(deep)).message).toContain('its elements nest deeper than 100');
  expect(faultOf(read('<a>'.repeat(100_000))).message.length).toBeLessThan(300);
});

test('texts are read in the encoding that they have', () => {
  const utf16 = (text: string, big: boolean, mark: string) => {
    const bytes = Buffer.from(mark + text, 'utf16le');
    return bytesOf('a.xml', big ? bytes.swap16() : bytes);
  };
  const text = '<?xml version="1.0" encoding="UTF-16"?><a n="Дратути"/>';
  for (const file of [
    fileOf('\uFEFF<a n="Дратути"/>'),
    fileOf(text),
    utf16(text, false, '\uFEFF'),
    utf16(text, true, '\uFEFF'),
    utf16(text, false, ''),
    utf16(text, true, ''),
  ]) {
    expect(toldOf(file)).toEqual(['<a Дратути>', '</a>']);
    expect(xmlRoot(file)?.name).toBe('a');
  }
  const latin = bytesOf(
    'a.xml',
    Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a n="é"/>', 'latin1'),
  );
  expect(toldOf(latin)).toEqual(['<a é>', '</a>']);
});

test('what is no text is refused', () => {
  expect(faultOf(read('')).message).toBe('the report is empty');
  expect(faultOf(read(' \n')).message).toBe('the XML is broken: it has no root element');
  expect(faultOf(read('<a>\n\0</a>')).place?.line).toBe(2);
  const broken = bytesOf('a.xml', Buffer.from([...Buffer.from('<a n="'), 0xff, ...Buffer.from('"/>')]));
  expect(faultOf(() => toldOf(broken)).message).toContain('the report is not UTF-8 text');
  const unknown = fileOf('<?xml version="1.0" encoding="x-none"?><a/>');
  expect(faultOf(() => toldOf(unknown)).message).toContain('not X-NONE text');
  expect(xmlRoot(unknown)).toBeUndefined();
});

test('too large a file is refused before it is read', () => {
  const bytes = { length: 300 * 1024 * 1024 } as Uint8Array;
  expect(faultOf(() => toldOf(bytesOf('a.xml', bytes))).message).toContain('are read at most');
});
