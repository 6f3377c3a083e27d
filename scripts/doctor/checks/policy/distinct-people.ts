import { RELEASE_KINDS } from '../../../../src/records/index.ts';
import { canFill, peopleWithSeveralRoles } from '../../../../src/verdict/one-role-each.ts';
import type { PolicyContext } from '../../facts/policy-context.ts';
import { seatsOf } from '../../facts/role-seats.ts';
import { edit, type Finding } from '../../finding.ts';
import { listed } from '../../listed.ts';
import { policyPlace } from '../../policy-place.ts';

/** Roles that each have their people, but only by counting somebody twice: nobody's GO counts in two roles. */
export function distinctPeople(context: PolicyContext): Finding[] {
  const { roles } = context.policy.data;
  for (const kind of RELEASE_KINDS) {
    const seats = roles
      .filter((role) => role.for.includes(kind))
      .flatMap((role) => seatsOf(role, context, context.today))
      .filter(({ offers, people }) => offers.length >= people);
    if (canFill(seats)) continue;
    const shared = peopleWithSeveralRoles(seats);
    const held = [
      ...new Set(
        seats.filter(({ offers }) => offers.some((one) => shared.includes(one))).map(({ role }) => role),
      ),
    ];
    return [
      {
        id: 'person-in-several-roles',
        severity: 'gap',
        product: context.product.id,
        says: `${listed(shared)} would have to say GO in several of the roles ${listed(held)}: nobody counts twice, and others are too few.`,
        place: policyPlace(context.policy, 'roster'),
        mend: edit(
          `Give one of the roles ${listed(held)} to somebody else as well, under "roles" in "roster".`,
        ),
      },
    ];
  }
  return [];
}
