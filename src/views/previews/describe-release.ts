import { TEXTS } from '../texts.ts';

/** A release in one sentence, as lists of results show it: "Core 1.2.0, 3 February 2026: 5 added, 3 fixed". */
export function describeRelease(
  name: string,
  sections: readonly { heading: string; count: number }[],
): string {
  const counts = sections
    .filter(({ count }) => count > 0)
    .map(({ heading, count }) => `${count.toLocaleString('en-GB')} ${heading.toLowerCase()}`);
  return `${name}: ${counts.length === 0 ? TEXTS.release.empty : counts.join(', ')}`;
}
