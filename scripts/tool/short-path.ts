import path from 'node:path';

/** A path as a person types it from here: relative, where that is not a longer way. */
export function shortPath(place: string): string {
  const relative = path.relative('.', place) || '.';
  return relative.startsWith(path.join('..', '..')) ? path.resolve(place) : relative;
}
