import { ACT_KINDS, type ActKind } from '../people-texts.ts';
import type { Act } from './act.ts';
import type { Actor } from './actor.ts';

/** Somebody, with all that they did. */
export interface Tally {
  who: Actor;
  counts: Record<ActKind, number>;
  conflicts: number;
  /** When they were last seen; null for whoever never was. */
  last: string | null;
  /** The newest first. */
  acts: Act[];
}

/** Each act once, the newest first. */
export function distinctActs(acts: readonly Act[]): Act[] {
  const known = new Map<string, Act>();
  for (const act of acts) if (!known.has(act.key)) known.set(act.key, act);
  return [...known.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.key < b.key ? -1 : 1));
}

/** What one did, of acts that are in order. */
export function tallyOf(who: Actor, acts: readonly Act[]): Tally {
  const count = (kind: ActKind): number => acts.filter((act) => act.kind === kind).length;
  const counts = Object.fromEntries(ACT_KINDS.map((kind) => [kind, count(kind)])) as Tally['counts'];
  return {
    who,
    counts,
    conflicts: acts.filter(({ conflict }) => conflict !== null).length,
    last: acts[0]?.at ?? null,
    acts: [...acts],
  };
}

/** Accounts that the roster does not know, those with the most acts first. */
export function strangers(acts: readonly Act[]): Tally[] {
  const unknown = acts.filter(({ who }) => who.person === null);
  const groups = Map.groupBy(unknown, ({ who }) => who.name.toLowerCase());
  return [...groups.values()]
    .map((own) => tallyOf(strangerOf(own), own))
    .sort((a, b) => b.acts.length - a.acts.length || (a.who.name < b.who.name ? -1 : 1));
}

/** One of many acts may be the only one that tells of a machine. */
function strangerOf(acts: readonly Act[]): Actor {
  const name = acts[0]?.who.name ?? '';
  return { person: null, name, bot: acts.some(({ who }) => who.bot) };
}
