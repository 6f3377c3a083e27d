import type { OfferedEntry } from '../harvest/note-entries.ts';
import { idsNamed } from './dossier-changes.ts';
import { linkBullets } from './link-bullets.ts';

/** Words from before this tool with the ids of the changes that a harvest offers for them. */
export function linkedToOffered(
  body: string,
  offered: readonly Pick<OfferedEntry, 'entry' | 'commits'>[],
): string {
  const changes = offered.flatMap(({ entry: { id, pullRequest }, commits = [] }) =>
    [undefined, ...commits].map((commit = '') => ({ id, pullRequest, commit })),
  );
  return linkBullets(body, (words) => idsNamed(words, changes, [])).body;
}
