import { SlugSchema } from '../../src/records/index.ts';

/** A name as an id has it: "My Product" becomes "my-product"; null where nothing is left of it. */
export function slugOf(name: string): string | null {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/[._-]*-[._-]*/g, '-')
    .replace(/([._])[._]+/g, '$1')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 64)
    .replace(/[^a-z0-9]+$/, '');
  return SlugSchema.safeParse(id).success ? id : null;
}

/** The id with a number behind it where it is taken. */
export function freeSlug(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number += 1) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}
