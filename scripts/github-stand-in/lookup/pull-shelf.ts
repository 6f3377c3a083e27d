import { cut, reversed, type Sequence } from '../query/sequence.ts';
import type { Pull, PullSource } from '../world/pull.ts';
import type { Repository } from '../world/world.ts';
import { commitsOf, isOf, stateOf, updatedAt } from './pull-facts.ts';

/** What pull requests are ordered by. */
export type PullOrder = 'CREATED_AT' | 'UPDATED_AT';

/** A repository's pull requests, to be found by what queries know of them. */
export interface PullShelf {
  /** Only those that ask to merge into the repository have its numbers. */
  numbered(number: number): Pull | undefined;
  /** Those that contain a commit, also those into other repositories. */
  containing(oid: string): readonly Pull[];
  /** Those of the repository in rising order. */
  listed(order: PullOrder, states: readonly string[] | undefined): Sequence<Pull>;
}

/** The key of an order: a time, then the number. */
export function orderKey(pull: Pull, order: PullOrder): string {
  const at = order === 'UPDATED_AT' ? updatedAt(pull) : pull.createdAt;
  return `${at} ${String(pull.number).padStart(9, '0')}`;
}

/** Indexes the pull requests of a repository, each index when it is needed first. */
export function shelfOf(repository: Repository): PullShelf {
  const { pulls = [] } = repository;
  return Array.isArray(pulls) ? shelfOfAll(pulls, repository) : shelfOfSource(pulls);
}

function shelfOfAll(pulls: readonly Pull[], repository: Repository): PullShelf {
  let byNumber: Map<number, Pull> | undefined;
  let byCommit: Map<string, Pull[]> | undefined;
  const own = () => pulls.filter((pull) => isOf(pull, repository));
  return {
    numbered: (number) => {
      byNumber ??= new Map(own().map((pull) => [pull.number, pull]));
      return byNumber.get(number);
    },
    containing: (oid) => {
      byCommit ??= byCommits(pulls);
      return byCommit.get(oid) ?? [];
    },
    listed: (order, states) => sorted(ofStates(own(), states), order),
  };
}

function byCommits(pulls: readonly Pull[]): Map<string, Pull[]> {
  const index = new Map<string, Pull[]>();
  for (const pull of pulls)
    for (const oid of commitsOf(pull)) {
      const known = index.get(oid);
      if (known === undefined) index.set(oid, [pull]);
      else known.push(pull);
    }
  return index;
}

function sorted(pulls: readonly Pull[], order: PullOrder): Pull[] {
  return pulls
    .map((pull) => ({ pull, key: orderKey(pull, order) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ pull }) => pull);
}

function shelfOfSource(source: PullSource): PullShelf {
  const every = { length: source.count, at: (index: number) => source.at(index + 1) };
  return {
    numbered: (number) => (number >= 1 && number <= source.count ? source.at(number) : undefined),
    containing: (oid) => (source.withCommit?.(oid) ?? []).flatMap((number) => source.at(number) ?? []),
    listed: (_order, states) => {
      if (source.state === undefined) return ofStates(cut(every, 0, every.length), states);
      return states === undefined || states.includes(source.state) ? every : [];
    },
  };
}

function ofStates(pulls: readonly Pull[], states: readonly string[] | undefined): readonly Pull[] {
  return states === undefined ? pulls : pulls.filter((pull) => states.includes(stateOf(pull)));
}

/** Rising or falling. */
export function directed<Item>(items: Sequence<Item>, direction: 'ASC' | 'DESC'): Sequence<Item> {
  return direction === 'DESC' ? reversed(items) : items;
}
