import type { ProductSource } from '../views/release-view.ts';
import { type DocumentKind, type DocumentName, documentKinds, schemaPath } from './catalogue.ts';
import { monthOf } from './month-of.ts';

/** A kind of documents as the page for humans tells of it. */
export interface ListedDocument extends Pick<DocumentKind, 'name' | 'title' | 'description' | 'address'> {
  /** One that exists; null where there is none yet. */
  example: string | null;
  /** Answers a question that one asks often, in the language of jq (https://jqlang.org). */
  filter: string;
  schema: string;
}

/** All kinds of documents with an example of each, from the product that has the newest release. */
export function listedDocuments(sources: readonly ProductSource[]): ListedDocument[] {
  const newest = newestRelease(sources);
  return documentKinds().map(({ name, title, description, address }) => ({
    ...{ name, title, description, address },
    example: exampleOf(name, address, newest),
    filter: FILTERS[name],
    schema: schemaPath(name),
  }));
}

const FILTERS: Record<DocumentName, string> = {
  products: '.products[] | "\\(.id) \\(.latest)"',
  releases: '.releases[] | select(.withdrawn | not) | .version',
  release: '.entries[] | select(.breaking or .section == "action") | .title',
  breaking: '.rows[].entries[] | select(.fate != "withdrawn") | .entry.title',
  deprecations: '.rows[] | select(.state == "announced" or .state == "due") | .entry.title',
  'known-issues': '.rows[] | select(.open) | .issue.title',
  security: '.rows[] | "\\(.ids[0] // .title): \\(.latest)"',
  compatibility: '.rows[0]',
  month: '.releases[].entries[] | select(.section == "security") | .title',
};

interface Newest {
  product: string;
  version: string;
  date: string;
}

function newestRelease(sources: readonly ProductSource[]): Newest | null {
  const all = sources.flatMap(({ id, notes }) =>
    notes.map(({ note: { version, date } }) => ({ product: id, version, date })),
  );
  return all.reduce<Newest | null>((last, one) => (last === null || one.date > last.date ? one : last), null);
}

function exampleOf(name: DocumentName, address: string, newest: Newest | null): string | null {
  if (name === 'products') return address;
  if (newest === null) return null;
  return address
    .replace('{product}', newest.product)
    .replace('{version}', newest.version)
    .replace('{year}-{month}', monthOf(newest));
}
