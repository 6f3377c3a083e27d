import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from './digest.ts';
import { openPack, type PackPlace, type ValuePack, writePack } from './value-pack.ts';

/** Values that stay from build to build, each under the digest of its text. */
export interface KeptValues {
  /** Undefined where it is not there, or is not what its name says. */
  read(digest: string): string | undefined;
  write(digest: string, text: string): void;
  /** Puts on disk what was written: until then other processes do not find it. */
  flush(): void;
  /** Finds what other processes put there meanwhile. */
  refresh(): void;
  /**
   * Removes what nobody asks for any more, where much was put there since this was opened. Nobody else may write at that
   * time.
   */
  prune(used: () => ReadonlySet<string>): void;
}

interface Place {
  pack: ValuePack;
  place: PackPlace;
}

/** Characters that are held before they are put on disk. */
const HELD = 8 * 1024 * 1024;
/** So many small packs are laid together. */
const SMALL_PACKS = 4;
/** Less than this part of all that is kept is not worth a look at the rest. */
const LITTLE = 1 / 10;
const PACK = '.pack';

/**
 * Values in packs below a folder: a file for each of hundreds of thousands would cost more than what it keeps. A pack is
 * never written again, so that whoever has it open reads what it was.
 */
export function keptValues(folder: string): KeptValues {
  const packs = new Map<string, ValuePack>();
  const places = new Map<string, Place>();
  // A value whose pack was damaged stands in another one as well.
  const further = new Map<string, Place[]>();
  const held = new Map<string, string>();
  const before = new Set(namesIn(folder));
  let heldCharacters = 0;
  let isLookedAt = false;

  /** Opens packs that are new. */
  function look(): void {
    isLookedAt = true;
    for (const name of namesIn(folder)) {
      if (!name.endsWith(PACK) || packs.has(name)) continue;
      const pack = openPack(path.join(folder, name));
      if (pack === null) continue;
      packs.set(name, pack);
      for (const [digest, place] of pack.places) add(digest, { pack, place });
    }
  }

  function add(digest: string, place: Place): void {
    if (!places.has(digest)) places.set(digest, place);
    else further.set(digest, [...(further.get(digest) ?? []), place]);
  }

  function lookAnew(): void {
    for (const { close } of packs.values()) close();
    packs.clear();
    places.clear();
    further.clear();
    look();
  }

  function found(digest: string): string | undefined {
    if (!isLookedAt) look();
    const first = places.get(digest);
    if (first === undefined) return undefined;
    for (const place of [first, ...(further.get(digest) ?? [])]) {
      const bytes = bytesIn(place);
      if (bytes !== undefined && digestOf(bytes) === digest) return bytes.toString('utf8');
    }
    return undefined;
  }

  function put(values: Iterable<readonly [string, string]>): void {
    mkdirSync(folder, { recursive: true });
    writePack(path.join(folder, `${randomUUID()}${PACK}`), values);
  }

  function flush(): void {
    if (held.size === 0) return;
    put(held);
    held.clear();
    heldCharacters = 0;
    look();
  }

  function remove(name: string): void {
    packs.get(name)?.close();
    packs.delete(name);
    rmSync(path.join(folder, name), { recursive: true, force: true });
  }

  /** Lays packs together without what nobody asks for. */
  function layTogether(names: readonly string[], used: ReadonlySet<string>): void {
    const wanted = names.flatMap((name) => packs.get(name)?.places.map(([digest]) => digest) ?? []);
    const texts = new Map<string, string>();
    for (const digest of wanted.filter((each) => used.has(each))) {
      const text = found(digest);
      if (text !== undefined) texts.set(digest, text);
    }
    if (texts.size > 0) put(texts);
    for (const name of names) remove(name);
  }

  function isLittleNew(): boolean {
    const all = [...packs];
    const added = all.filter(([name]) => !before.has(name)).map(([, pack]) => pack);
    return bytesOf(added) < LITTLE * bytesOf([...packs.values()]) && smallPacks(packs).length < SMALL_PACKS;
  }

  return {
    read: (digest) => held.get(digest) ?? found(digest),
    write(digest, text) {
      if (held.has(digest) || found(digest) !== undefined) return;
      held.set(digest, text);
      heldCharacters += text.length;
      if (heldCharacters >= HELD) flush();
    },
    flush,
    refresh: look,
    prune(used) {
      flush();
      look();
      for (const name of namesIn(folder)) if (!packs.has(name)) remove(name);
      if (isLittleNew()) return;
      const asked = used();
      const worn = wornPacks(packs, asked);
      if (worn.length === 0) return;
      layTogether(worn, asked);
      lookAnew();
    },
  };
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function bytesIn({ pack, place }: Place): Buffer | undefined {
  try {
    return pack.read(place);
  } catch {
    return undefined;
  }
}

/** Packs of which less than half is asked for, and small ones where there are many. */
function wornPacks(packs: ReadonlyMap<string, ValuePack>, used: ReadonlySet<string>): string[] {
  const small = smallPacks(packs);
  const halfEmpty = [...packs].filter(([, pack]) => isHalfEmpty(pack, used)).map(([name]) => name);
  return [...new Set([...halfEmpty, ...(small.length >= SMALL_PACKS ? small : [])])];
}

/** Packs beside which another one is more than twice as large. */
function smallPacks(packs: ReadonlyMap<string, ValuePack>): string[] {
  const largest = Math.max(0, ...Array.from(packs.values(), ({ bytes }) => bytes));
  return [...packs].filter(([, { bytes }]) => bytes * 2 < largest).map(([name]) => name);
}

function isHalfEmpty({ places, bytes }: ValuePack, used: ReadonlySet<string>): boolean {
  let asked = 0;
  for (const [digest, { length }] of places) if (used.has(digest)) asked += length;
  return asked * 2 < bytes;
}

function bytesOf(packs: readonly ValuePack[]): number {
  return packs.reduce((sum, { bytes }) => sum + bytes, 0);
}
