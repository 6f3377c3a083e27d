import { leadOf, type Product, type ReleasePart } from '../../src/records/index.ts';
import type { NotedEntry } from '../store/noted-entries.ts';
import type { Account } from './account.ts';
import type { LoadedRepository } from './load.ts';
import { isOwnEntry } from './part-entries.ts';
import { partsFinder } from './part-history.ts';
import { partTeller } from './part-teller.ts';
import { wordedPart } from './part-title.ts';
import type { HarvestedRelease, ProductHistory } from './product-history.ts';
import { compareParts, thirdParty } from './third-party-parts.ts';
import type { WordedEntry, Wording } from './worded-entries.ts';

/** What happened to third-party parts between two releases. */
export interface PartsBetween {
  /** Moves that no change of the range tells of. */
  entries: NotedEntry[];
  /** Words that harvests give to moves of single releases: what a note says in other words, a person wrote. */
  harvested: ReadonlySet<string>;
}

/** Compares the parts of two releases, whatever lies between them. */
export function partsBetween(
  history: ProductHistory,
  [since, release]: readonly [HarvestedRelease, HarvestedRelease],
  account: Account,
  product: Product | null,
  wording: Wording,
): PartsBetween {
  const words = (part: ReleasePart) => wordedPart(part, product, wording);
  const parts = movesBetween(history, since, release, account);
  const untold = parts.filter((part) => isOwnEntry(part, leadOf(history.policy).id));
  return {
    entries: untold.map((part) => entryIn(part, words(part), moversOf(part, history, account))),
    harvested: new Set([...history.parts.values()].flat().map((part) => words(part).markdown)),
  };
}

function movesBetween(
  history: ProductHistory,
  since: HarvestedRelease,
  release: HarvestedRelease,
  account: Account,
): ReleasePart[] {
  const { charts, policy, releases, repositories } = history;
  const now = charts.get(release.point);
  if (now == null) return [];
  const before = partsFinder(releases, charts, policy)(since.point);
  return compareParts(thirdParty(now, policy), before).map((part) => ({
    ...part,
    ...partTeller(part, account.changes, repositories[0] as LoadedRepository, policy),
  }));
}

function entryIn(
  { entry: id = '' }: ReleasePart,
  { kind, section, markdown: title }: WordedEntry,
  commits: string[],
): NotedEntry {
  return { id, pullRequest: null, kind, section, title, commits };
}

/** Commits of the range that some release names for the part. */
function moversOf({ name, alias }: ReleasePart, { parts }: ProductHistory, account: Account): string[] {
  const range = new Set(account.fates().map(({ commit }) => commit));
  const named = [...parts.values()]
    .flat()
    .filter((part) => part.name === name && part.alias === alias)
    .flatMap(({ commits = [] }) => commits);
  return [...new Set(named)].filter((commit) => range.has(commit));
}
