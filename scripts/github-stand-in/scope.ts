import type { Faults } from './faults.ts';
import { type PullShelf, shelfOf } from './lookup/pull-shelf.ts';
import type { QueryCost } from './query/cost.ts';
import type { Commit } from './world/commit.ts';
import type { Repository, World } from './world/world.ts';

/** How many points of the hour are left. */
export interface RateStanding {
  limit: number;
  used: number;
  remaining: number;
  /** Seconds since 1970. */
  reset: number;
}

/** What resolvers know of the request that they answer. */
export interface Scope {
  world: World;
  faults: Faults;
  cost: QueryCost;
  rate: RateStanding;
  /** A repository's pull requests, indexed. */
  pulls: (repository: Repository) => PullShelf;
  /** A repository's own commits, by oid. */
  commits: (repository: Repository) => ReadonlyMap<string, Commit>;
}

/** A scope. Indexes live as long as a request, because the world may be changed after it. */
export function scopeOf(given: Pick<Scope, 'world' | 'faults' | 'cost' | 'rate'>): Scope {
  return {
    ...given,
    pulls: remembering(shelfOf),
    commits: remembering(({ commits = [] }) => new Map(commits.map((commit) => [commit.oid, commit]))),
  };
}

function remembering<Value>(compute: (repository: Repository) => Value): (repository: Repository) => Value {
  const known = new Map<Repository, Value>();
  return (repository) => {
    const value = known.get(repository) ?? compute(repository);
    known.set(repository, value);
    return value;
  };
}
