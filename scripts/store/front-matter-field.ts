import { isScalar, parseDocument } from 'yaml';

/** A field of a record's front matter. */
export interface FoundField {
  value: unknown;
  /** Where its text stands, in characters of the whole file, without quotes; null for what is no plain text. */
  place: { start: number; end: number } | null;
}

/**
 * Looks a field up by its dotted path, as "pullRequests.0.author.login". Null where the record does not have it, or has
 * no front matter.
 */
export function frontMatterField(text: string, field: string): FoundField | null {
  const [, open = '', yaml] = /^(\uFEFF?---\r?\n)([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  if (yaml === undefined) return null;
  const document = parseDocument(yaml, { version: '1.2', schema: 'core' });
  const keys = field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  if (!document.hasIn(keys)) return null;
  const node = document.getIn(keys, true);
  const value = isScalar(node) ? node.value : document.getIn(keys);
  const place = textPlace(node, yaml);
  return { value, place: place && { start: place.start + open.length, end: place.end + open.length } };
}

function textPlace(node: unknown, yaml: string): FoundField['place'] {
  if (!isScalar(node) || typeof node.value !== 'string' || node.range == null) return null;
  const [start, end] = node.range;
  const quote = /^["']/.test(yaml.slice(start, end)) ? 1 : 0;
  // A block's end belongs to the next line, and a value of several lines may be indented: whole lines are hidden.
  const last = yaml.slice(start, end).endsWith('\n') ? 1 : 0;
  return { start: start + quote, end: end - quote - last };
}
