import type { StageReport } from '../records/index.ts';

/** Names of one image: what a registry, a builder and a scanner call it. */
export type DigestGroup = ReadonlySet<string>;

/** All digests that a report has for what it ran on. */
export function digestsIn({ digest, measured: { image } }: StageReport): string[] {
  return [digest, image?.id, ...(image?.digests ?? [])].filter((name) => name !== undefined);
}

/** Puts names together that are of one image, because a report has both. */
export function digestGroups(lists: readonly (readonly string[])[]): DigestGroup[] {
  return lists.reduce<DigestGroup[]>((groups, list) => {
    if (list.length === 0) return groups;
    const touched = groups.filter((group) => list.some((name) => group.has(name)));
    const others = groups.filter((group) => !touched.includes(group));
    return [...others, new Set([...touched.flatMap((group) => [...group]), ...list])];
  }, []);
}
