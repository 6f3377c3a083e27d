import type { PolicyContext } from '../../facts/policy-context.ts';
import { seatName, seatsOf } from '../../facts/role-seats.ts';
import { edit, type Finding } from '../../finding.ts';
import { policyPlace } from '../../policy-place.ts';
import { entry } from './roles-held.ts';

/** So many days ahead somebody can still be asked. */
const SOON = 30;

/** Roles that are held today, and that too few people will hold soon. */
export function rolesEnding(context: PolicyContext): Finding[] {
  return context.policy.data.roles.flatMap((role, index) => {
    const isShort = (day: string) =>
      seatsOf(role, context, day).filter(({ offers, people }) => offers.length < people);
    if (isShort(context.today).length > 0) return [];
    const days = Array.from({ length: SOON }, (_, days) => context.dayIn(days + 1));
    const day = days.find((candidate) => isShort(candidate).length > 0);
    if (day === undefined) return [];
    const seats = isShort(day);
    return [
      {
        id: 'role-ends-soon',
        severity: 'gap',
        product: context.product.id,
        says: `From ${day} on too few people hold the role ${seatName(role.id, seats)}.`,
        place: policyPlace(context.policy, 'roles', index),
        mend: edit(
          `Move "until" of whoever holds it, or write under another person's "roles": ${entry(role.id, seats, day)}`,
        ),
      },
    ];
  });
}
