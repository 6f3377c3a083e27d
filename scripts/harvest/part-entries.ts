import { idMark } from '../../src/markdown/note-body.ts';
import { leadOf, type Product, type ReleasePart } from '../../src/records/index.ts';
import type { OfferedEntry } from './note-entries.ts';
import { partEntryId } from './part-entry-id.ts';
import { wordedPart } from './part-title.ts';
import type { HarvestedRelease, ProductHistory } from './product-history.ts';
import type { Wording } from './worded-entries.ts';

/**
 * Entries for third-party parts that a release moves, where no change tells of the move. They are no changes: nothing
 * takes them back, and no other release carries them, since each one is compared with the release before it.
 */
export function partEntries(
  { point }: HarvestedRelease,
  { parts, policy }: ProductHistory,
  product: Product | null,
  wording: Wording,
): OfferedEntry[] {
  const { id: module } = leadOf(policy);
  const untold = (parts.get(point) ?? []).filter((part) => isOwnEntry(part, module));
  return untold.map((part) => {
    const id = partEntryId(module, part);
    const { section, markdown, kind } = wordedPart(part, product, wording);
    const entry = { id, module, part: part.name, pullRequest: null, kind };
    return { entry, section, bullet: `- ${markdown} ${idMark([id])}` };
  });
}

/** True for a part with an entry of its own. */
export function isOwnEntry(part: ReleasePart, lead: string): boolean {
  return part.entry === partEntryId(lead, part);
}
