import type { Clone } from './client.ts';

/** The address that a clone was made from; null where it names none. */
export async function originOf({ git }: Clone): Promise<string | null> {
  const { value } = await git.getConfig('remote.origin.url');
  return value;
}
