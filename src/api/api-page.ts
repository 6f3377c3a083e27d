import type { ProductSource } from '../views/release-view.ts';
import { versionView } from '../views/timeline-view.ts';
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

/** All kinds of documents with an example of each, from the newest of the products' newest releases. */
export function listedDocuments(releases: readonly (NewestRelease | null)[]): ListedDocument[] {
  const newest = lastOf(releases.filter((release) => release !== null));
  return documentKinds().map(({ name, title, description, address }) => ({
    ...{ name, title, description, address },
    example: exampleOf(name, address, newest),
    filter: FILTERS[name],
    schema: schemaPath(name),
  }));
}

/** A product's newest release. */
export interface NewestRelease {
  product: string;
  version: string;
  date: string;
}

/** The release of a product that came out last; null where it has none. */
export function newestOf({ id, notes }: Pick<ProductSource, 'id' | 'notes'>): NewestRelease | null {
  const views = notes.map((note) => versionView(id, note));
  return lastOf(views.map(({ version, date }) => ({ product: id, version, date: date.instant })));
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

function lastOf(releases: readonly NewestRelease[]): NewestRelease | null {
  return releases.reduce<NewestRelease | null>(
    (last, one) => (last === null || one.date > last.date ? one : last),
    null,
  );
}

function exampleOf(name: DocumentName, address: string, newest: NewestRelease | null): string | null {
  if (name === 'products') return address;
  if (newest === null) return null;
  return address
    .replace('{product}', newest.product)
    .replace('{version}', newest.version)
    .replace('{year}-{month}', monthOf(newest));
}
