import { Fault } from '../records/fault.ts';

/** A key's or a log's name, by signed-note: not empty, no Unicode space, no "+"; here no control character either. */
export const KEY_NAME = /^[^\p{White_Space}\p{Cc}\p{Cs}+]+$/u;

/** Throws a Fault where a name cannot stand in a signature line. */
export function checkKeyName(name: string): void {
  if (KEY_NAME.test(name)) return;
  throw new Fault(
    `${JSON.stringify(name)} is no name of a key: spaces, "+" and control characters are not allowed`,
    {
      hint: 'Take an address without its scheme, such as "releases.example.org/ledger".',
    },
  );
}
