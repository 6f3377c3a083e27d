import { existsSync } from 'node:fs';
import path from 'node:path';
import { Fault, SlugSchema } from '../../src/records/index.ts';
import { isAddress, mirrorFolder, refreshMirror } from '../sources/git/mirror.ts';
import type { GivenRepository } from './look/look-at.ts';

/** Reads "[MODULE=]PATH" or "[MODULE=]ADDRESS". Throws a Fault for a name that is no id. */
export function namedPlace(given: string): { module: string | null; place: string } {
  const [, name, place = given] = /^([A-Za-z0-9][\w.-]*)=(.+)$/s.exec(given) ?? [];
  const module = name?.toLowerCase() ?? null;
  if (module === null || SlugSchema.safeParse(module).success) return { module, place };
  throw new Fault(`"${name}" is no module id`, { hint: 'Write MODULE=PATH, as api=../api.' });
}

/**
 * The given repositories, ready to be looked at: an address is fetched into a mirror, as every harvest does with one.
 * Throws a Fault with what to do where git cannot fetch it, and where two are the same.
 */
export async function readyRepositories(
  given: readonly string[],
  say: (line: string) => void,
): Promise<GivenRepository[]> {
  const places = given.map(namedPlace);
  const again = places.find(({ place }, index) => places.findIndex((one) => one.place === place) !== index);
  if (again !== undefined) throw new Fault(`${again.place} was given twice`);
  const ready: GivenRepository[] = [];
  for (const { module, place } of places)
    if (isAddress(place) && !existsSync(place)) {
      say(`Fetching ${place}. It can also be cloned, and its folder be given: git clone ${place}`);
      await refreshMirror(place);
      ready.push({ module, folder: mirrorFolder(place), address: place });
    } else ready.push({ module, folder: path.resolve(place), address: null });
  return ready;
}
