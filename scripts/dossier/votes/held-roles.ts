import { productClock } from '../../../src/history/product-clock.ts';
import type { Policy, Role, Vote } from '../../../src/records/index.ts';
import { rosterOf } from '../../../src/verdict/roster.ts';

/** A role that somebody holds. */
export interface HeldRole {
  role: Role;
  /** The module that it is for; null for the whole release, and for a module's role that is held for all of them. */
  module: string | null;
}

/** Whoever an account is of, and what they held on the day of a vote. */
export interface Voter {
  /** The person of the roster; null for an account that it does not know. */
  person: string | null;
  held: HeldRole[];
}

/** Looks an account up for a moment; days begin in the product's own zone. */
export function voterAt(policy: Policy, account: Vote['account'], castAt: string): Voter {
  const person = rosterOf(policy).personOf(account);
  return person === null ? { person, held: [] } : { person, held: heldRoles(policy, person, castAt) };
}

/** The roles that a person held on the day of a moment, in the policy's order. */
export function heldRoles(policy: Policy, person: string, at: string): HeldRole[] {
  const day = productClock(policy.timeZone).dayOf(at);
  const entry = policy.roster.find((other) => other.person === person);
  const held = entry?.roles.filter(({ from, until }) => from <= day && (until === undefined || day <= until));
  return policy.roles.flatMap((role) => {
    const modules = held?.filter((of) => of.role === role.id).map(({ module }) => module ?? null) ?? [];
    // Who holds a role for all modules holds it for each.
    const distinct = modules.includes(null) ? [null] : [...new Set(modules)];
    return distinct.map((module) => ({ role, module }));
  });
}
