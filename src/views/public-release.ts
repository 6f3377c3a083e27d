import type { NoteBullet } from '../markdown/note-body.ts';
import type { PublicRelease } from '../notes/public-release.ts';
import { publishRelease } from '../notes/publish-release.ts';
import type { NoteEntry } from '../records/note.ts';
import type { Product } from '../records/product.ts';
import { ENTRIES_PER_PART, partsOf } from './parts.ts';
import { entryPath, pullRequestAddress, releasePath } from './paths.ts';
import { type NoteSource, type ProductSource, releaseView } from './release-view.ts';

/** A release as everybody may know it. Its entries' addresses lead to the part of its page that they stand on. */
export function publicRelease(record: NoteSource, source: ProductSource): PublicRelease {
  const { note, body, images = new Map() } = record;
  const partOf = partsByEntry(record, source);
  return publishRelease(note, body, {
    address: releasePath(source.id, note.version),
    images,
    addressOf: (bullet) => addressOf(bullet, source.id, note.version, partOf),
    pullRequestUrl: (entry) => pullRequestUrl(entry, source.product),
  });
}

function addressOf(
  { ids }: NoteBullet,
  product: string,
  version: string,
  partOf: ReadonlyMap<string, number>,
): string {
  const [id] = ids;
  return id === undefined
    ? releasePath(product, version)
    : entryPath(product, version, id, partOf.get(id) ?? 1);
}

/** On which part of a very long release's page an entry stands; nothing for all others. */
function partsByEntry(record: NoteSource, source: ProductSource): ReadonlyMap<string, number> {
  const bullets = record.body.sections.reduce((count, section) => count + section.bullets.length, 0);
  if (bullets <= ENTRIES_PER_PART) return new Map();
  const parts = partsOf(releaseView(record, source).sections);
  return new Map(
    parts.flatMap((sections, index) =>
      sections.flatMap(({ entries }) =>
        entries.flatMap(({ anchor }) => (anchor === null ? [] : [[anchor, index + 1] as const])),
      ),
    ),
  );
}

function pullRequestUrl(entry: NoteEntry, product: Product): string | null {
  const repository = product.modules.find((module) => module.id === entry.module)?.repository;
  if (repository === undefined || entry.pullRequest === null) return null;
  return pullRequestAddress(repository, entry.pullRequest);
}
