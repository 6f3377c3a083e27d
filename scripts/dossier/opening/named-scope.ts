import { ChangeIdSchema, Fault, type Policy } from '../../../src/records/index.ts';

/** Reads the changes that are approved for a release, `ID,ID…`. Throws a Fault for what is no change of the product. */
export function readScope(text: string, { modules, product }: Policy): string[] {
  const ids = text.split(',').map((id) => id.trim().replace(/^#/, ''));
  for (const id of ids.filter((part) => part !== '')) {
    const module = id.replace(/-\w+$/, '');
    if (!ChangeIdSchema.safeParse(id).success || !modules.some((known) => known.id === module))
      throw new Fault(`--scope: ${product} can have no change "${id}"`, {
        hint: `Write a module and a pull request's number, as ${modules[0]?.id}-12, or the first 12 digits of a commit in its place.`,
      });
  }
  const named = [...new Set(ids.filter((id) => id !== ''))];
  if (named.length > 0) return named;
  throw new Fault('--scope names no change', {
    hint: `Write --scope ${modules[0]?.id}-12,${modules[0]?.id}-14.`,
  });
}
