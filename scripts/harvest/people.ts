/** A person as git knows them. The address stays in memory: it tells people apart and is never written. */
export interface Person {
  /** The account handle where the address reveals it, else the name. */
  handle: string;
  /** Equal for the same address. */
  key: string;
  bot: boolean;
}

/** Whoever is not known yet. */
export const NOBODY: Person = { handle: '', key: '', bot: false };

const HIDDEN_ADDRESS = /^(?:\d+\+)?([^@]+)@users\.noreply\.github\.com$/i;
const BOT = /\[bot\]$|^(?:dependabot|renovate|greenkeeper|snyk)\b|-bot$|^bors$|^github-actions/i;

/** Whom a name and an address mean. */
interface Written {
  name: string;
  person: Person;
}

/** Makes each person once, however many commits they have. */
export class People {
  private readonly known = new Map<string, Person>();
  /** By address as it is written, which is asked for twice for every commit: nearly always one has one name. */
  private readonly written = new Map<string, Written>();

  of(name: string, address: string): Person {
    const known = this.written.get(address);
    if (known?.name === name) return known.person;
    const person = this.named(name, address);
    if (known === undefined) this.written.set(address, { name, person });
    return person;
  }

  /** Addresses that differ in their capitals only are one person's. */
  private named(name: string, address: string): Person {
    const key = `${address.toLowerCase()}\n${name}`;
    let person = this.known.get(key);
    if (person === undefined) {
      const handle = handleOf(name, address);
      person = { handle, key: address.toLowerCase() || name, bot: BOT.test(handle) || BOT.test(name) };
      this.known.set(key, person);
    }
    return person;
  }
}

function handleOf(name: string, address: string): string {
  const hidden = HIDDEN_ADDRESS.exec(address)?.[1];
  if (hidden !== undefined) return hidden;
  const cleaned = name
    .replace(/\S+@\S+/g, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return cleaned === '' ? 'unknown' : cleaned;
}
