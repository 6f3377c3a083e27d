import { z } from 'zod';
import type { CborValue } from './cbor.ts';
import { packed, unpacked } from './packed-file.ts';
import type { Files } from './pagefind-service.ts';

const EntrySchema = z.looseObject({
  languages: z.strictObject({ en: z.looseObject({ hash: z.string(), page_count: z.int() }) }),
});
const AnySchema = z.custom<CborValue>();
const ChunkSchema = z.tuple([z.string(), z.string(), z.string()]);
/** Version, pages, chunks of words, filters, orders, names of metadata. */
const MetaSchema = z.tuple([
  z.string(),
  z.array(AnySchema),
  z.array(ChunkSchema),
  z.array(AnySchema),
  z.array(AnySchema),
  z.array(z.string()),
]);

/** What an index of Pagefind's says of itself. */
export interface IndexFacts {
  entry: z.infer<typeof EntrySchema>;
  version: string;
  /** Names of metadata. */
  fields: string[];
}

/** An index as Pagefind makes it. */
export interface PagefindIndex extends IndexFacts {
  /** The files of its words, in their order. */
  words: readonly CborValue[];
}

/** Reads an index of Pagefind's. */
export function readIndex(raw: Files): PagefindIndex {
  const entry = EntrySchema.parse(
    JSON.parse(new TextDecoder().decode(raw.get('pagefind-entry.json'))) as unknown,
  );
  const meta = unpacked(raw.get(metaName(entry.languages.en.hash)));
  const [version, , chunks, , , fields] = MetaSchema.parse(meta);
  const words = chunks.map(([, , hash]) => unpacked(raw.get(`index/${hash}.pf_index`)));
  return { entry, version, fields, words };
}

/** An index of these pages and chunks of words, made of what another one says of itself. */
export function addIndex(
  files: Map<string, Uint8Array>,
  { entry, version, fields }: IndexFacts,
  pages: readonly CborValue[],
  chunks: readonly CborValue[],
): void {
  const { hash, file } = packed([version, [...pages], [...chunks], [], [], fields]);
  files.set(metaName(hash), file);
  const { en } = entry.languages;
  // One that has none counts as one: Pagefind looks for a language with pages.
  const counted = { ...en, hash, page_count: Math.max(1, pages.length) };
  const settled = { ...entry, languages: { en: counted } };
  files.set('pagefind-entry.json', new TextEncoder().encode(JSON.stringify(settled)));
}

function metaName(hash: string): string {
  return `pagefind.${hash}.pf_meta`;
}
