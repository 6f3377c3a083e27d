import { createHash } from 'node:crypto';

/** Who a commit or tag is from. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** An account's handle, "Name <address>", or a person. */
export type PersonLike = string | Person;

/** Makes the commits of squash merges and merge buttons, as on the platform. */
export const GITHUB: Person = { name: 'GitHub', email: 'noreply@github.com' };

const NAME_AND_ADDRESS = /^(.*?) ?<([^<>]*)>$/;

/** A handle becomes an account with a hidden address, whose number depends on the handle alone. */
export function personOf(person: PersonLike): Person {
  if (typeof person !== 'string') return person;
  const match = NAME_AND_ADDRESS.exec(person);
  if (match !== null) return { name: match[1] ?? '', email: match[2] ?? '' };
  return { name: person, email: `${accountNumber(person)}+${person}@users.noreply.github.com` };
}

function accountNumber(handle: string): number {
  return createHash('sha1').update(handle).digest().readUInt32BE() % 90_000_000;
}

/** "Name <address>", as in commits and trailers. */
export function signature(person: PersonLike): string {
  const { name, email } = personOf(person);
  return `${name} <${email}>`;
}
