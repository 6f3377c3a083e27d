import { createHash } from 'node:crypto';

/** Who works on the products of a big ledger. */
export const PEOPLE = [
  'ada-brook',
  'ben-carver',
  'cleo-dunn',
  'dev-ellis',
  'esra-flint',
  'finn-gray',
  'gita-hale',
  'hugo-ives',
  'ines-jarvis',
  'jan-keller',
  'kira-lund',
  'leo-marsh',
] as const;

const DEEDS = ['retry', 'show', 'keep', 'limit', 'check', 'count', 'order', 'log'] as const;
const THINGS = [
  'lost connections',
  'volumes that are full',
  'pools without a name',
  'the time of the last backup',
  'requests that wait',
  'nodes that come back',
  'settings of a cluster',
] as const;

/** Conventional Commits types, most of them fixes as in life. */
const KINDS = ['fix', 'feat', 'fix', 'perf', 'fix', 'docs', 'feat', 'fix'] as const;

/** One of a list, in turns. */
export function shortlist<Item>(items: readonly Item[], turn: number): Item {
  return items[turn % items.length] as Item;
}

/** What a change is about: its type and its title. */
export function changeWords(number: number): { kind: string; title: string } {
  const title = `${shortlist(DEEDS, number)} ${shortlist(THINGS, number * 3)}, part ${number}`;
  return { kind: shortlist(KINDS, number), title };
}

/** An object's id, always the same for the same words. */
export function objectId(words: string): string {
  return createHash('sha1').update(words).digest('hex');
}

/** A digest, always the same for the same words. */
export function digestOf(words: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(words).digest('hex')}`;
}

/** A moment as records write it. */
export function instant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}+00:00`;
}
