import type { Contributor } from '../../src/records/index.ts';
import type { ReleasedChange } from './account.ts';
import type { HarvestedRelease } from './product-history.ts';

/** What a login looks like; other names are not of accounts. */
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;

/** Who made their first change with which release's changes. */
export class Contributions {
  private readonly firstChanges = new Set<string>();
  private readonly firstBy = new Map<string, string>();

  /** `releases` are in the order of history. */
  constructor(releases: readonly HarvestedRelease[]) {
    const seen = new Set<string>();
    for (const [place, { account }] of releases.entries())
      for (const change of account.changes) {
        const author = authorKey(change);
        if (seen.has(author)) continue;
        seen.add(author);
        // Who came before the first release is not known, so nobody in it is called new.
        if (place === 0) continue;
        this.firstChanges.add(change.id);
        this.firstBy.set(author, change.id);
      }
  }

  /** True for the first change of a person whose account the platform knows. */
  isFirst(change: ReleasedChange): boolean {
    return change.text.told?.author?.kind === 'user' && this.firstChanges.has(change.id);
  }

  /** People with an account who worked on a release, each once, by their handles. */
  contributors({ account }: HarvestedRelease): Contributor[] {
    const changes = account.changes.filter(({ fate }) => fate.became !== 'cancelled');
    const ids = new Set(changes.map(({ id }) => id));
    const logins = new Map(
      changes.flatMap(({ text }) => (text.told?.people ?? []).map((login) => [login.toLowerCase(), login])),
    );
    return [...logins]
      .filter(([, login]) => LOGIN.test(login))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, login]) => ({
        login,
        ...(ids.has(this.firstBy.get(key) ?? '') && { first: true as const }),
      }));
  }
}

function authorKey({ text, landed, landing }: ReleasedChange): string {
  const original = landed[0]?.original;
  const written = original?.commits.find((commit) => commit.parents.length < 2) ?? landing;
  return (text.told?.author?.login ?? written.author.handle).toLowerCase();
}
