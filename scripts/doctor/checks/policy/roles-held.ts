import type { PolicyContext } from '../../facts/policy-context.ts';
import { type RoleSeats, seatName, seatsOf } from '../../facts/role-seats.ts';
import { edit, type Finding } from '../../finding.ts';
import { policyPlace } from '../../policy-place.ts';

/** Roles that nobody holds today, and those that fewer people hold than have to say GO. */
export function rolesHeld(context: PolicyContext): Finding[] {
  return context.policy.data.roles.flatMap((role, index) => {
    const seats = seatsOf(role, context, context.today);
    const [empty, short] = [
      seats.filter(({ offers }) => offers.length === 0),
      seats.filter(({ offers, people }) => offers.length > 0 && offers.length < people),
    ];
    const place = policyPlace(context.policy, 'roles', index);
    return [
      ...(empty.length === 0 ? [] : [{ ...nobody(role.id, empty, context), place }]),
      ...(short.length === 0 ? [] : [{ ...tooFew(role.id, short, context), place }]),
    ];
  });
}

function nobody(role: string, seats: readonly RoleSeats[], { product, today }: PolicyContext): Finding {
  return {
    id: 'role-without-person',
    severity: 'gap',
    product: product.id,
    says: `Nobody holds the role ${seatName(role, seats)} today: no release that needs it can be blessed.`,
    mend: edit(`Under the person's "roles" in "roster", write: ${entry(role, seats, today)}`),
  };
}

function tooFew(role: string, seats: readonly RoleSeats[], { product, today }: PolicyContext): Finding {
  const { people = 0, offers = [] } = seats[0] ?? {};
  return {
    id: 'role-with-too-few',
    severity: 'gap',
    product: product.id,
    says: `The role ${seatName(role, seats)} needs ${people} people who say GO, and ${offers.length} ${offers.length === 1 ? 'holds' : 'hold'} it today.`,
    mend: edit(`Under another person's "roles" in "roster", write: ${entry(role, seats, today)}`),
  };
}

/** A line of the roster, as it is written. */
export function entry(role: string, seats: readonly RoleSeats[], from: string): string {
  const module = seats[0]?.module ?? null;
  return `- { role: ${role}, ${module === null ? '' : `module: ${module}, `}from: "${from}" }`;
}
