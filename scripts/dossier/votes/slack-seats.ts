import type { Role } from '../../../src/records/index.ts';
import type { Ballot } from '../../parse/slack/ballot.ts';
import { type NamedBuilds, namesNothing } from '../../parse/slack/named-builds.ts';
import type { HeldRole, Voter } from './held-roles.ts';
import { leadModule, type VotedModule, type VotedRelease } from './voted-release.ts';

/** A role that a message votes in, with the module that its binding is looked up for. */
export interface Seat {
  role: string;
  /** For a role of modules. */
  module: string | null;
  target: VotedModule | null;
}

type Vote = Ballot & { is: 'vote' };

/** The roles that a message votes in, or why it votes in none. */
export function seatsOf(
  ballot: Vote,
  voter: Voter,
  named: NamedBuilds,
  voted: VotedRelease,
): { seats: Seat[] } | { because: string } {
  const lead = leadModule(voted).id;
  // The lead module is usually called like the product: its name alone says nothing about modules.
  const modules = ballot.modules.filter((id) => id !== lead || ballot.modules.length > 1);
  const roles = rolesOf(ballot, voter, modules, voted);
  if ('because' in roles) return roles;
  return { seats: roles.held.flatMap((held) => seatsFor(held, modules, named, voted)) };
}

/** Roles that the message names, held or not (whoever judges votes says which); else all that are held. */
function rolesOf(
  { roles }: Vote,
  { person, held }: Voter,
  modules: readonly string[],
  { policy }: VotedRelease,
): { held: HeldRole[] } | { because: string } {
  if (roles.length === 0) return allRoles(person, held, modules);
  const strange = roles.find((id) => !held.some(({ role }) => role.id === id));
  if (roles.length > 1 && strange !== undefined)
    return { because: `it tells of several roles, and ${person ?? 'its author'} did not hold ${strange}` };
  const named = roles.flatMap((id): HeldRole[] => {
    const own = held.filter(({ role }) => role.id === id);
    return own.length > 0 ? own : policy.roles.filter((role) => role.id === id).map(unheld);
  });
  return { held: named };
}

function unheld(role: Role): HeldRole {
  return { role, module: null };
}

function allRoles(
  person: string | null,
  held: readonly HeldRole[],
  modules: readonly string[],
): { held: HeldRole[] } | { because: string } {
  if (person === null) return { because: 'the roster does not know its author, and it names no role' };
  if (held.length === 0) return { because: `${person} held no role that day, and it names none` };
  // "GO for api" is a word about that module, and not about the whole release.
  const fitting = modules.length === 0 ? held : held.filter(({ role }) => role.each === 'module');
  if (fitting.length > 0) return { held: [...fitting] };
  return { because: `it is about ${modules.join(', ')}, and ${person} held no role for modules` };
}

function seatsFor(
  { role, module }: HeldRole,
  named: readonly string[],
  builds: NamedBuilds,
  voted: VotedRelease,
): Seat[] {
  if (role.each === 'release') return [{ role: role.id, module: null, target: leadModule(voted) }];
  if (named.length > 0) return named.map((id) => seatAt(role, id, voted));
  if (module !== null) return [seatAt(role, module, voted)];
  // Held for all modules: each one that the message or its call names a commit of.
  const built = namesNothing(builds)
    ? []
    : voted.modules.filter(({ commits }) => overlap(commits, builds.commits));
  if (built.length > 0) return built.map(({ id }) => seatAt(role, id, voted));
  const [only] = voted.modules.length === 1 ? voted.modules : [];
  return [{ role: role.id, module: only?.id ?? null, target: only ?? null }];
}

function seatAt(role: Role, id: string, { modules }: VotedRelease): Seat {
  return { role: role.id, module: id, target: modules.find((module) => module.id === id) ?? null };
}

function overlap(left: readonly string[], right: readonly string[]): boolean {
  return left.some((item) => right.includes(item));
}
