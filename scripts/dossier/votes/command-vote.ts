import {
  type Decision,
  DigestSchema,
  Fault,
  type Policy,
  type Role,
  type RosterEntry,
  SCHEMA_VERSION,
  type Vote,
} from '../../../src/records/index.ts';
import { heldRoles } from './held-roles.ts';
import { commitsOf, leadModule, type VotedModule, type VotedRelease } from './voted-release.ts';

/** A vote as somebody gives it on the command line. */
export interface GivenVote {
  role: string;
  module?: string;
  decision: Decision;
  commit?: string;
  digest?: string;
  /** The person of the roster who votes, where that is not who runs the command. */
  by?: string;
}

/** Makes a vote of what was given. `ranBy` is who runs the command, by a name that git would have. Throws a Fault for names that are not known. */
export function commandVote(given: GivenVote, ranBy: string, castAt: string, voted: VotedRelease): Vote {
  const { policy } = voted;
  const role = knownRole(given.role, policy);
  if (given.decision === 'veto' && !role.veto) throw noVeto(role, policy);
  const voter = given.by === undefined ? voterOfGit(ranBy, policy) : knownPerson(given.by, policy);
  const module = moduleFor(role, given.module, voter, castAt, voted);
  const target = module ?? leadModule(voted);
  const digest = given.digest === undefined ? undefined : knownDigest(given.digest);
  const commit = commitFor(given.commit, digest, target, voted);
  return {
    schema: SCHEMA_VERSION,
    product: voted.product,
    version: voted.version,
    role: role.id,
    ...(module !== null && { module: module.id }),
    person: voter.person,
    account: accountOf(voter, given.by === undefined ? ranBy : null),
    decision: given.decision,
    castAt,
    ...(commit !== null && { commit }),
    ...(digest !== undefined && { digest }),
    source: { kind: 'command', ranBy },
  };
}

function knownRole(id: string, { roles, product }: Policy): Role {
  const role = roles.find((known) => known.id === id);
  if (role !== undefined) return role;
  const known = roles.map((each) => each.id).join(', ');
  throw new Fault(`the policy of ${product} has no role "${id}"`, {
    hint: roles.length > 0 ? `Its roles are ${known}.` : 'Write "roles:" into policy.md.',
  });
}

function noVeto({ id }: Role, { roles }: Policy): Fault {
  const able = roles.filter(({ veto }) => veto).map((role) => role.id);
  const who = able.length > 0 ? `A veto have ${able.join(', ')}. ` : '';
  return new Fault(`${id} has no veto`, { hint: `${who}Write --decision no-go.` });
}

function voterOfGit(name: string, { roster }: Policy): RosterEntry {
  const entry = roster.find(({ accounts }) => accounts.some((account) => isGitName(account, name)));
  if (entry !== undefined) return entry;
  throw new Fault(`the roster has nobody whose name in git is "${name}"`, {
    hint: `Write --by with one of ${peopleOf(roster)}, or give the person "on: git, id: ${name}" in policy.md.`,
  });
}

function knownPerson(person: string, { roster, product }: Policy): RosterEntry {
  const entry = roster.find((known) => known.person === person);
  if (entry !== undefined) return entry;
  throw new Fault(`the roster of ${product} has no "${person}"`, { hint: `It has ${peopleOf(roster)}.` });
}

function peopleOf(roster: readonly RosterEntry[]): string {
  return roster.length === 0 ? 'nobody' : roster.map(({ person }) => person).join(', ');
}

function isGitName({ on, id }: RosterEntry['accounts'][number], name: string): boolean {
  return on === 'git' && id.toLowerCase() === name.toLowerCase();
}

/** The account that stands for the voter; for somebody else's vote the person's own, while `ranBy` tells who wrote it. */
function accountOf({ accounts }: RosterEntry, gitName: string | null): Vote['account'] {
  const own = gitName === null ? undefined : accounts.find((account) => isGitName(account, gitName));
  const account = own ?? accounts.find(({ on }) => on === 'git') ?? accounts[0];
  if (account === undefined) throw new Error('a person of the roster has an account');
  return account;
}

function moduleFor(
  role: Role,
  wanted: string | undefined,
  { person }: RosterEntry,
  castAt: string,
  voted: VotedRelease,
): VotedModule | null {
  if (role.each === 'release') {
    if (wanted === undefined) return null;
    throw new Fault(`${role.id} votes on the whole release, not on "${wanted}"`, {
      hint: 'Leave --module out.',
    });
  }
  const held = heldRoles(voted.policy, person, castAt).filter((each) => each.role.id === role.id);
  const [only] = held.length === 1 ? held : [];
  const id = wanted ?? only?.module ?? (voted.modules.length === 1 ? voted.modules[0]?.id : undefined);
  const module = voted.modules.find((known) => known.id === id);
  if (module !== undefined) return module;
  const known = voted.modules.map((each) => each.id).join(', ');
  throw new Fault(
    id === undefined ? `${role.id} votes on a module` : `${voted.version} has no module "${id}"`,
    { hint: `Write --module with one of ${known}.` },
  );
}

function knownDigest(digest: string): string {
  const parsed = DigestSchema.safeParse(digest);
  if (parsed.success) return parsed.data;
  throw new Fault(`--digest ${digest}: ${parsed.error.issues[0]?.message}`);
}

/** The given commit in full; else what the module ships at. */
function commitFor(
  wanted: string | undefined,
  digest: string | undefined,
  { id, commits }: VotedModule,
  voted: VotedRelease,
): string | null {
  if (wanted !== undefined) return wholeCommit(wanted, voted);
  const [commit] = commits;
  if (commit !== undefined) return commit;
  if (digest !== undefined) return null;
  throw new Fault(`the commit of ${id} in ${voted.version} is not known yet`, {
    hint: 'Say what the vote is on: --commit SHA or --digest sha256:….',
  });
}

function wholeCommit(wanted: string, voted: VotedRelease): string {
  const name = wanted.toLowerCase();
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name)) return name;
  const fits = [...new Set(commitsOf(voted).filter((commit) => commit.startsWith(name)))];
  const [only] = fits;
  if (/^[0-9a-f]{7,}$/.test(name) && only !== undefined && fits.length === 1) return only;
  throw new Fault(
    fits.length > 1
      ? `${wanted} is the beginning of several commits`
      : `${wanted} is no commit of ${voted.version}`,
    { hint: 'Give it in full: git rev-parse COMMIT.' },
  );
}
