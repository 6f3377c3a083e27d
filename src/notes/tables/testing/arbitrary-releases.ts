import fc from 'fast-check';
import type { PublicRelease } from '../../public-release.ts';
import { entry, release } from './releases.ts';

interface Drawn {
  parents: number[];
  ids: number[];
  alsoIn: number[];
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
      fate: fc.option(place),
      restored: fc.option(place),
      word: fc.option(fc.constantFrom('1.28', '1.29', '1.30')),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((drawn) => drawn.map((one, index) => releaseOf(one, index)).reverse());

function releaseOf({ parents, ids, alsoIn, fate, restored, word }: Drawn, index: number): PublicRelease {
  const version = (at: number): string => `1.${at}.0`;
  const entries = ids.map((number) => {
    const id = `core-${number}`;
    const withdrawals =
      fate === null
        ? []
        : [{ ids: [id], in: version(fate), restoredIn: restored === null ? null : version(restored) }];
    return entry(id, { alsoIn: alsoIn.map(version), withdrawals });
  });
  return release(version(index), {
    parents: parents.filter((parent) => parent < index).map(version),
    date: `2026-03-0${(index % 3) + 1}T10:00:00+00:00`,
    entries,
    compatibility: word === null ? {} : { kubernetes: word },
  });
}
