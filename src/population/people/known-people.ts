import { type ProductClock, productClock } from '../../history/product-clock.ts';
import type { Account, Policy } from '../../records/index.ts';
import { type Roster, rosterOf } from '../../verdict/roster.ts';

/** Who people are and what they held when, made once for a product. */
export interface KnownPeople {
  roster: Roster;
  clock: ProductClock;
  /** Whether the roster has a person of this id. */
  isPerson(id: string): boolean;
  /** Roles of a person on the day of an instant, as "module-lead of director-api". */
  rolesAt(person: string, instant: string): string[];
  /** The person behind an account of the platform; null for one that the roster does not know. */
  personOfAccount(account: Account): string | null;
  /** The person whom git or a record names: "@login" is an account, other words may be a login or a name. */
  personOfName(name: string): string | null;
}

/** The people of a policy. */
export function knownPeople(policy: Policy): KnownPeople {
  const roster = rosterOf(policy);
  const clock = productClock(policy.timeZone);
  const byPerson = new Map(policy.roster.map(({ person, roles }) => [person, roles]));
  const byLogin = (id: string) => roster.personOf({ on: 'github', id });
  return {
    roster,
    clock,
    isPerson: (id) => byPerson.has(id),
    rolesAt: (person, instant) => {
      const day = clock.dayOf(instant);
      const held = (byPerson.get(person) ?? []).filter(
        ({ from, until }) => from <= day && (until === undefined || day <= until),
      );
      return held.map(({ role, module }) => (module === undefined ? role : `${role} of ${module}`));
    },
    personOfAccount: ({ login }) => byLogin(login),
    personOfName: (name) =>
      name.startsWith('@')
        ? byLogin(name.slice(1))
        : (byLogin(name) ?? roster.personOf({ on: 'git', id: name })),
  };
}
