import fc from 'fast-check';
import type { PublicEntry } from '../../public-entry.ts';
import type { PublicRelease } from '../../public-release.ts';
import { entry, release } from './releases.ts';

interface Drawn {
  parents: number[];
  ids: number[];
  alsoIn: number[];
  /** All ids in one bullet, of which the last is in no other release. */
  merged: boolean;
  fate: number | null;
  restored: number | null;
  word: string | null;
}

const place = fc.nat(9);

/** Histories with branches and merges, entries that are copied, repeated and taken back, and terms that change. */
export const arbitraryReleases: fc.Arbitrary<PublicRelease[]> = fc
  .array(
    fc.record<Drawn>({
      parents: fc.uniqueArray(place, { maxLength: 2 }),
      ids: fc.uniqueArray(fc.nat(4), { maxLength: 2 }),
      alsoIn: fc.uniqueArray(place, { maxLength: 1 }),
      merged: fc.boolean(),
      fate: fc.option(place),
      restored: fc.option(place),
      word: fc.option(fc.constantFrom('1.28', '1.29', '1.30')),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((drawn) => drawn.map((one, index) => releaseOf(one, index)).reverse());

function releaseOf(drawn: Drawn, index: number): PublicRelease {
  const { parents, ids, merged, word } = drawn;
  const bullets = merged && ids.length > 0 ? [ids] : ids.map((id) => [id]);
  return release(version(index), {
    parents: parents.filter((parent) => parent < index).map(version),
    date: `2026-03-0${(index % 3) + 1}T10:00:00+00:00`,
    entries: bullets.map((numbers) =>
      bulletOf(
        numbers.map((number) => `core-${number}`),
        drawn,
      ),
    ),
    compatibility: word === null ? {} : { kubernetes: word },
  });
}

function bulletOf(ids: string[], { alsoIn, fate, restored }: Drawn): PublicEntry {
  const [first = '', ...others] = ids;
  const versions = alsoIn.map(version);
  const restoredIn = restored === null ? null : version(restored);
  return entry(first, {
    ids,
    alsoIn: versions,
    ...(others.length > 0 && {
      alsoInById: Object.fromEntries(ids.map((id, at) => [id, at < others.length ? versions : []])),
    }),
    withdrawals: fate === null ? [] : [{ ids: [first], in: version(fate), restoredIn }],
  });
}

function version(at: number): string {
  return `1.${at}.0`;
}
