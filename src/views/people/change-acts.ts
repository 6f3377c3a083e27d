import { spelledOut } from '../../markdown/harmless.ts';
import type { Change, PullRequest } from '../../records/index.ts';
import { authorsOf } from '../../verdict/authors.ts';
import { identityOfAccount } from '../../verdict/roster.ts';
import { changePath } from '../paths.ts';
import { PERSON_PAGE } from '../people-texts.ts';
import { SELF_MERGED } from '../review-row.ts';
import type { Act } from './act.ts';
import type { Actor, Actors } from './actor.ts';
import { type Reviewed, reviewActs } from './review-acts.ts';

/** Who wrote, reviewed and merged a change. `version` is the release in whose dossier it is read. */
export function changeActs(change: Change, version: string, actors: Actors): Act[] {
  const authors = authorsOf(change, actors.roster);
  const reviewed: Reviewed = {
    version,
    on: PERSON_PAGE.change(change.id, spelledOut(change.title)),
    href: changePath(change.product, change.version, change.id),
    isAuthor: (account) => authors.has(identityOfAccount(account, actors.roster)),
  };
  const pulls = change.pullRequests ?? [];
  return [
    ...writers(change, actors).map((who) => actOn(reviewed, change, who)),
    ...pulls.flatMap((pull) => reviewActs(pull, reviewed, actors)),
    ...mergeActs(change, pulls[0], reviewed, actors),
  ];
}

/** Everybody whom git or the platform names as an author, each once. */
function writers({ author, coAuthors = [], pullRequests = [] }: Change, actors: Actors): Actor[] {
  const inBranch = pullRequests[0]?.commits.flatMap(({ authors }) => authors) ?? [];
  const all = [author, ...coAuthors, ...inBranch].map((name) => actors.ofAuthor(name));
  const groups = Map.groupBy(all, ({ person, name }) => person ?? name.toLowerCase());
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, bot: [first, ...others].some(({ bot }) => bot) }],
  );
}

function actOn({ version, on, href }: Reviewed, { id, authoredAt }: Change, who: Actor): Act {
  const key = `wrote ${id} ${who.name}`;
  return { key, who, kind: 'wrote', at: authoredAt, version, on, href, marks: [], conflict: null };
}

/** The platform's word for who merged, else the landing commit's. The platform itself is nobody. */
function mergeActs(
  { id, landedBy, landedAt }: Change,
  pull: PullRequest | undefined,
  { version, on, href, isAuthor }: Reviewed,
  actors: Actors,
): Act[] {
  const merger = pull?.merger ?? null;
  const who = pull === undefined ? actors.ofAuthor(landedBy) : actors.ofAccount(merger);
  if (who === null || who.name === 'GitHub') return [];
  const marks = merger !== null && isAuthor(merger) ? [SELF_MERGED] : [];
  const at = pull?.mergedAt ?? landedAt;
  return [{ key: `merged ${id}`, who, kind: 'merged', at, version, on, href, marks, conflict: null }];
}
