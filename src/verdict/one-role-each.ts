/** How many people a role needs, for the release or for one of its modules, and who offers. */
export interface Seats {
  role: string;
  people: number;
  offers: readonly string[];
}

/**
 * Whether all seats can be filled with nobody in two roles; one person may hold the same role for several modules.
 * Exact, so that nobody's GO can be in the way of a release: every choice that matters is tried. People who offer the
 * same are interchangeable, which keeps that few.
 */
export function canFill(seats: readonly Seats[]): boolean {
  return fill(seats, new Map(peopleWithOneRole(seats)));
}

/** People who offer in several roles. */
export function peopleWithSeveralRoles(seats: readonly Seats[]): string[] {
  return [...rolesByPerson(seats)].filter(([, roles]) => roles.size > 1).map(([person]) => person);
}

type Hats = ReadonlyMap<string, string>;

function fill(seats: readonly Seats[], hats: Hats): boolean {
  const open = seats
    .map((seat) => ({ seat, missing: missingIn(seat, hats), free: freeFor(seat, hats) }))
    .filter(({ missing }) => missing > 0)
    .sort((left, right) => left.free.length - left.missing - (right.free.length - right.missing));
  const [tightest] = open;
  if (tightest === undefined) return true;
  if (tightest.free.length < tightest.missing) return false;
  const choices = interchangeable(tightest.free, seats);
  return choices.some((person) => fill(seats, new Map([...hats, [person, tightest.seat.role]])));
}

function missingIn({ role, people, offers }: Seats, hats: Hats): number {
  return people - offers.filter((person) => hats.get(person) === role).length;
}

function freeFor({ offers }: Seats, hats: Hats): string[] {
  return offers.filter((person) => !hats.has(person));
}

/** One of each sort of people. */
function interchangeable(people: readonly string[], seats: readonly Seats[]): string[] {
  const sortOf = (person: string): string => seats.map(({ offers }) => offers.includes(person)).join();
  return [...new Map(people.map((person) => [sortOf(person), person])).values()];
}

function peopleWithOneRole(seats: readonly Seats[]): [string, string][] {
  return [...rolesByPerson(seats)].flatMap(([person, roles]) => {
    const [role, ...others] = roles;
    return role === undefined || others.length > 0 ? [] : [[person, role]];
  });
}

function rolesByPerson(seats: readonly Seats[]): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const { role, offers } of seats)
    for (const person of offers) all.set(person, (all.get(person) ?? new Set()).add(role));
  return all;
}
