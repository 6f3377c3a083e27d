/** A change of a pull request's title, as the platform's timeline has it. */
export interface Rename {
  /** ISO 8601. */
  at: string;
  from: string;
  to: string;
}

/**
 * The title that a pull request had when it was merged: what the first later rename changed it from, else the
 * title of today. Renames may come in any order.
 */
export function titleAtMerge(title: string, renames: readonly Rename[], mergedAt: string | null): string {
  if (mergedAt === null) return title;
  const merged = Date.parse(mergedAt);
  const later = renames.filter(({ at }) => Date.parse(at) > merged);
  const first = later.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))[0];
  return first?.from ?? title;
}
