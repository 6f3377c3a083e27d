import sax from 'sax';

interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

const ATOM = 'http://www.w3.org/2005/Atom';
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** What of RFC 4287's rules a document does not keep; not well-formed XML throws. */
export function atomFaults(xml: string): string[] {
  const feed = parsed(xml);
  const entries = feed.children.filter(({ name }) => name === 'entry');
  const ids = entries.map((entry) => textOf(entry, 'id'));
  return [
    ...when(feed.name !== 'feed' || feed.attributes['xmlns'] !== ATOM, 'the root is no atom:feed'),
    ...metadataFaults(feed, 'feed'),
    ...when(count(feed, 'author') === 0, 'nobody is its author (4.1.1)'),
    ...when(linksOf(feed, 'self').length !== 1, 'it has no link to itself (4.1.1)'),
    ...when(new Set(ids).size !== ids.length, 'two entries have one id (4.1.1)'),
    ...entries.flatMap((entry, index) => entryFaults(entry, `entry ${index + 1}`)),
  ];
}

/** What a reader's program gets as the content of each entry. */
export function atomContents(xml: string): string[] {
  return parsed(xml)
    .children.filter(({ name }) => name === 'entry')
    .map((entry) => textOf(entry, 'content'));
}

function entryFaults(entry: Node, where: string): string[] {
  const content = entry.children.filter(({ name }) => name === 'content');
  return [
    ...metadataFaults(entry, where),
    ...when(content.length > 1, `${where} has two contents (4.1.2)`),
    ...when(
      content.some(({ attributes, children }) => attributes['type'] !== 'html' || children.length > 0),
      `${where} has content that is not escaped HTML (4.1.3)`,
    ),
    ...when(linksOf(entry, 'alternate').length !== 1, `${where} has not one place on the web (4.1.2)`),
    ...when(!TIME.test(textOf(entry, 'published')), `${where} has no time of publication (3.3)`),
  ];
}

/** Rules that feeds and entries have in common: 4.1.1, 4.1.2, 4.2.6, 4.2.7. */
function metadataFaults(node: Node, where: string): string[] {
  const links = node.children.filter(({ name }) => name === 'link');
  return [
    ...['id', 'title', 'updated']
      .filter((name) => count(node, name) !== 1)
      .map((name) => `${where} has not one ${name}`),
    ...when(
      !/^urn:uuid:[0-9a-f-]{36}$/.test(textOf(node, 'id')),
      `${where} has an id that is no IRI (4.2.6)`,
    ),
    ...when(!TIME.test(textOf(node, 'updated')), `${where} has a time that is none (3.3)`),
    ...when(textOf(node, 'title') === '', `${where} has an empty title`),
    ...links
      .filter(({ attributes }) => !/^https?:\/\//.test(attributes['href'] ?? ''))
      .map(({ attributes }) => `${where} has a link to ${attributes['href']} (4.2.7.1)`),
  ];
}

function parsed(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  };
  const write = (text: string) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  };
  parser.ontext = write;
  parser.oncdata = write;
  parser.onclosetag = () => {
    open.pop();
  };
  parser.write(xml).close();
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(xml))
    throw new Error('a character that XML has not');
  return root.children[0] ?? root;
}

function when(is: boolean, fault: string): string[] {
  return is ? [fault] : [];
}

function count(node: Node, name: string): number {
  return node.children.filter((child) => child.name === name).length;
}

function textOf(node: Node, name: string): string {
  return node.children.find((child) => child.name === name)?.text.trim() ?? '';
}

function linksOf(node: Node, rel: string): Node[] {
  return node.children.filter(({ name, attributes }) => name === 'link' && attributes['rel'] === rel);
}
