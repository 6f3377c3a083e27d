import type { Role } from '../../../src/records/index.ts';
import type { Seats } from '../../../src/verdict/one-role-each.ts';
import type { PolicyContext } from './policy-context.ts';

/** Seats of a role on a day, with the module for a role of modules. */
export interface RoleSeats extends Seats {
  module: string | null;
}

/** How many people a role needs for a whole release, or for each module, and who holds it on a day. */
export function seatsOf(
  { id, each, votes }: Role,
  { policy, roster }: PolicyContext,
  day: string,
): RoleSeats[] {
  const modules = each === 'module' ? policy.data.modules.map((module) => module.id) : [null];
  const people = policy.data.roster.map(({ person }) => person);
  return modules.map((module) => ({
    role: id,
    people: votes,
    module,
    offers: people.filter((person) => roster.held(person, id, module, day)),
  }));
}

/** "qa", or "module-lead of core and web". */
export function seatName(role: string, seats: readonly RoleSeats[]): string {
  const modules = seats.flatMap(({ module }) => module ?? []);
  return modules.length === 0 ? role : `${role} of ${modules.join(', ')}`;
}
