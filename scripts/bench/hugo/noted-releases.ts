import path from 'node:path';
import { sortByVersion } from '../../../src/history/version-order.ts';
import { parseNoteBody } from '../../../src/markdown/note-body.ts';
import { subfolders } from '../../store/folders.ts';
import { LedgerReader } from '../../store/read.ts';
import type { Yaml } from '../../store/yaml-lines.ts';

/** An entry as Hugo's templates get it. */
export interface ListedEntry {
  id: string;
  product: string;
  version: string;
  module: string;
  kind: string;
  pullRequest: number | null;
  heading: string;
  words: string;
}

/** A note with its body taken apart. */
export interface NotedRelease {
  product: string;
  name: string;
  version: string;
  date: string;
  /** The front matter of its record, whole. */
  fields: { [key: string]: Yaml };
  body: string;
  sections: { id: string; heading: string; entries: ListedEntry[] }[];
}

/** All notes of a ledger, by product, the newest version first. */
export function notedReleases(content: string): NotedRelease[] {
  const reader = new LedgerReader(content);
  return subfolders(path.join(content, 'notes')).flatMap((product) => {
    const name = reader.product(product)?.name ?? product;
    const versions = sortByVersion(reader.notedVersions(product), (version) => version).reverse();
    return versions.flatMap((version) => notedRelease(reader, product, version, name));
  });
}

function notedRelease(reader: LedgerReader, product: string, version: string, name: string): NotedRelease[] {
  const note = reader.note(product, version);
  if (note === null) return [];
  const { data, body } = note;
  const facts = new Map(data.entries.map((entry) => [entry.id, entry]));
  const sections = parseNoteBody(body).sections.map(({ section, heading, bullets }) => ({
    id: section ?? heading.toLowerCase(),
    heading,
    entries: bullets.map(({ ids: [id = ''], text }) => {
      const { module = '', kind = '', pullRequest = null } = facts.get(id) ?? {};
      return { id, product, version, module, kind, pullRequest, heading, words: text };
    }),
  }));
  return [
    { product, name, version, date: data.date, fields: data as NotedRelease['fields'], body, sections },
  ];
}
