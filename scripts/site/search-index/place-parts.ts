import { signOfFiles } from './file-signs.ts';
import { clearPart, filesOf, type IndexPart, writePart } from './index-folder.ts';
import { makeShard } from './make-shard.ts';
import type { Memory } from './memory.ts';
import { type Files, type PagefindService, pagefindService } from './pagefind-service.ts';
import type { ShardPlan } from './plan-shards.ts';
import type { ShardCache } from './shard-cache.ts';
import { NO_META, vocabulary } from './vocabulary.ts';
import { runtimeFiles } from './word-files.ts';

/** Shards that are made at once. */
const SIDE_BY_SIDE = 3;

/** Where parts come from. */
export interface Sources {
  edition: string;
  before: Memory['parts'];
  kept: ShardCache;
}

/** Puts all parts in their places. Tells those that were there already. */
export async function placeParts(
  [runtime, ...shards]: [IndexPart, ...IndexPart[]],
  plans: ReadonlyMap<string, ShardPlan>,
  { edition, before, kept }: Sources,
): Promise<Memory['parts']> {
  const left: Memory['parts'] = {};
  const pagefind = pagefindService();
  const words = vocabulary(pagefind);
  const place = async (part: IndexPart, make: () => Promise<Files>): Promise<void> => {
    const files = filesOf(part);
    const seen = before[part.name];
    if (seen !== undefined && kept.has(part.name) && signOfFiles(part.place, files) === seen.sign)
      left[part.name] = seen;
    else if (!kept.isSame(part.name, part.place, files)) await placeAnew(part, kept, make);
  };
  const queue = shards.map((part) => ({ part, plan: plans.get(part.name) as ShardPlan }));
  const placeInTurn = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { part, plan } = next;
      await place(part, () => makeShard(edition, plan, words));
    }
  };
  try {
    // While Pagefind answers one, others are worked on.
    const inTurn = Array.from({ length: SIDE_BY_SIDE }, placeInTurn);
    await Promise.all([place(runtime, () => makeRuntime(pagefind)), ...inTurn]);
  } finally {
    await pagefind.end();
  }
  kept.prune();
  return left;
}

async function placeAnew(part: IndexPart, kept: ShardCache, make: () => Promise<Files>): Promise<void> {
  clearPart(part);
  if (kept.take(part.name, part.place)) return;
  clearPart(part);
  const files = await make();
  writePart(part, files);
  kept.keep(part.name, part.place, files);
}

/** Pagefind makes no index of no records. */
async function makeRuntime(pagefind: PagefindService): Promise<Files> {
  const nothing = { url: '/', content: 'Nothing', language: 'en', meta: NO_META };
  return runtimeFiles(await pagefind.index([nothing]));
}
