/** What front matter is made of. Undefined fields are left out. */
export type Yaml =
  | string
  | number
  | boolean
  | null
  | readonly Yaml[]
  | { readonly [key: string]: Yaml | undefined };

/** A word that YAML 1.2, and the 1.1 that some readers still speak, takes for a string. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_./@-]*(?: [A-Za-z0-9_./@-]+)*$/;
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
/** Commits and digests are always quoted: "12e4567" would be a number. */
const HEX = /^[0-9a-f]{7,}$/;
const FLOW_WIDTH = 100;

/**
 * Writes front matter. The same value gives the same bytes: fields in the order given, text quoted as JSON does
 * (which YAML 1.2 reads alike) unless it is plain words, short lists of scalars on one line.
 * A hand-made writer, since a harvest writes tens of thousands of records and one form is enough.
 */
export function yamlLines(fields: { readonly [key: string]: Yaml | undefined }): string {
  let text = '';
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) text += field(key, value, '');
  return text;
}

function field(key: string, value: Yaml, indent: string): string {
  const name = `${indent}${scalar(key)}:`;
  if (!isNested(value)) return `${name} ${scalar(value)}\n`;
  if (Array.isArray(value)) return list(name, value, indent);
  const entries = Object.entries(value as { [key: string]: Yaml | undefined });
  if (entries.every(([, inner]) => inner === undefined)) return `${name} {}\n`;
  let text = `${name}\n`;
  for (const [innerKey, inner] of entries)
    if (inner !== undefined) text += field(innerKey, inner, `${indent}  `);
  return text;
}

function list(name: string, items: readonly Yaml[], indent: string): string {
  if (!items.some(isNested)) {
    const flow = `${name} [${items.map((item) => scalar(item as string)).join(', ')}]`;
    if (flow.length <= FLOW_WIDTH) return `${flow}\n`;
  }
  let text = `${name}\n`;
  for (const item of items) text += `${indent}  - ${listItem(item, `${indent}    `)}`;
  return text;
}

/** A record in a list starts on the line of its dash; a list in a list is written as JSON, which YAML holds. */
function listItem(item: Yaml, indent: string): string {
  if (!isNested(item)) return `${scalar(item)}\n`;
  if (Array.isArray(item)) return `${JSON.stringify(item)}\n`;
  let text = '';
  for (const [key, value] of Object.entries(item as { [key: string]: Yaml | undefined }))
    if (value !== undefined) text += field(key, value, indent);
  return text === '' ? '{}\n' : text.slice(indent.length);
}

function isNested(value: Yaml): boolean {
  return typeof value === 'object' && value !== null;
}

function scalar(value: Yaml): string {
  if (typeof value !== 'string') return String(value);
  return PLAIN.test(value) && !WORDS.test(value) && !HEX.test(value) ? value : JSON.stringify(value);
}

/** A whole record: front matter, an empty line, the body. */
export function markdownFile(fields: { readonly [key: string]: Yaml | undefined }, body: string): string {
  return `---\n${yamlLines(fields)}---\n${body === '' ? '' : `\n${body}`}`;
}
