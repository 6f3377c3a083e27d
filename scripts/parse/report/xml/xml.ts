import sax, { type SAXParser } from 'sax';
import { Fault } from '../../../../src/records/index.ts';
import { lineAt } from '../json/json-text.ts';
import type { ReportFile } from '../parsed-report.ts';
import { type Opening, rootOf } from './xml-opening.ts';
import { xmlBeginning, xmlText } from './xml-text.ts';

/** Deeper than any report nests. */
const DEEPEST = 100;

/** Characters in one attribute: some tools put what failed there. */
const LONGEST_VALUE = 4 * 1024 * 1024;

/** XML allows no reference to a control character; tools write it all the same ("&#27;[31m"). It stays as written. */
const CONTROL = /^#(?:x[0-9a-f]+|\d+)$/i;

/** An element as it opens. */
export interface XmlElement {
  name: string;
  /** Values are text, never numbers. */
  attributes: Readonly<Record<string, string>>;
  /** The line on which it opens, counted from 1. */
  line: number;
}

/** Is told of a document's elements in their order. */
export interface XmlVisitor {
  open(element: XmlElement): void;
  close?(element: XmlElement): void;
  /** Text directly in an element, in pieces where it is long or other elements stand between. */
  text?(element: XmlElement, text: string): void;
}

/** The root element of an XML file, from its beginning alone; nothing where it is no XML. */
export function xmlRoot(file: ReportFile): Opening | undefined {
  return rootOf(xmlBeginning(file));
}

/**
 * Shows a document of XML 1.0 to a visitor, from front to back and without holding it: of a large report only what the
 * visitor keeps stays in memory. A document type may stand in it; entities, of which bombs are made and which could
 * draw in other files, are refused. Throws a Fault with file and line where the text is not well-formed, as one that is
 * cut off; the visitor may have seen a part of it by then.
 */
export function visitXml(file: ReportFile, visitor: XmlVisitor): void {
  const parser = parserFor(file, visitor);
  for (const text of xmlText(file)) {
    refuseNul(file, parser, text);
    parser.write(text).flush();
    if (parser.attribValue.length > LONGEST_VALUE)
      throw broken(file, parser, `an attribute has more than ${LONGEST_VALUE} characters`);
  }
  if (!parser.sawRoot) throw broken(file, parser, 'it has no root element');
  parser.close();
}

/** A fault at an element, or at one of its attributes. */
export function xmlFault(
  file: ReportFile,
  { line }: XmlElement,
  what: string,
  field?: string,
  hint?: string,
): Fault {
  return new Fault(what, {
    place: { file: file.name, line, ...(field !== undefined && { field }) },
    ...(hint !== undefined && { hint }),
  });
}

function parserFor(file: ReportFile, visitor: XmlVisitor): SAXParser {
  const parser = sax.parser(true, { strictEntities: true });
  const open: XmlElement[] = [];
  let line = 1;
  let roots = 0;
  parser.onerror = (error) => {
    const what = error.message.split('\n')[0] ?? '';
    if (what !== 'Invalid character entity' || !CONTROL.test(parser.entity)) throw broken(file, parser, what);
    parser.error = null;
  };
  parser.ondoctype = (declaration) => refuseEntities(file, parser, declaration);
  parser.onopentagstart = () => {
    // A line feed that ends the name is counted already.
    line = parser.line + Number(parser.c !== '\n');
  };
  parser.onopentag = ({ name, attributes }) => {
    if (open.length === 0 && roots++ > 0) throw broken(file, parser, 'it has more than one root element');
    if (open.length === DEEPEST) throw broken(file, parser, `its elements nest deeper than ${DEEPEST}`);
    const element = { name, attributes, line };
    open.push(element);
    visitor.open(element);
  };
  parser.onclosetag = () => {
    const element = open.pop();
    if (element !== undefined) visitor.close?.(element);
  };
  parser.ontext = (text) => {
    const element = open.at(-1);
    if (element !== undefined) visitor.text?.(element, text);
  };
  parser.oncdata = parser.ontext;
  // It would refuse values that are longer than one chunk.
  parser.bufferCheckPosition = Number.POSITIVE_INFINITY;
  return parser;
}

function refuseEntities({ name }: ReportFile, { line }: SAXParser, declaration: string): void {
  const at = declaration.search(/<!ENTITY/i);
  if (at < 0) return;
  const after = declaration.slice(at).split('\n').length - 1;
  throw new Fault('the report defines XML entities, and those are not read', {
    place: { file: name, line: line + 1 - after },
    hint: 'No test tool needs them. Give the report as the tool wrote it.',
  });
}

function refuseNul({ name }: ReportFile, { line }: SAXParser, text: string): void {
  const at = text.indexOf('\0');
  if (at < 0) return;
  throw new Fault('the report holds a NUL character: it is damaged', {
    place: { file: name, line: line + lineAt(text, at) },
  });
}

function broken({ name }: ReportFile, { line }: SAXParser, what: string): Fault {
  return new Fault(`the XML is broken: ${what.slice(0, 200)}`, {
    place: { file: name, line: line + 1 },
    hint: 'It may be cut off. Give the report as the tool wrote it.',
  });
}
