import type { Pull } from '../../github-stand-in/index.ts';
import type { CommitHandle } from '../../world/index.ts';
import { instant } from '../platform/told.ts';

/** Pull requests that brought nothing of their own, but hold commits that others brought. */
export function otherPulls(landed: (number: number) => CommitHandle): Pull[] {
  const [certificates, events] = [landed(2921), landed(2938)];
  const [parent, side] = certificates.parents;
  if (side === undefined || parent === undefined) throw new Error('#2921 is no merge');
  const at = instant(certificates.authorDate.seconds);
  return [
    // Its commits came with #2921, so the platform calls it merged with the same commit.
    {
      number: 2922,
      title: 'Read the certificate of the webhook again when its file changes',
      author: 'ayo',
      createdAt: instant(side.authorDate.seconds),
      mergedAt: at,
      mergedBy: 'priya-s',
      mergeCommit: certificates.id,
      commits: [{ oid: side.id, message: side.message }],
    },
    // Still open, and up to date with the main branch.
    {
      number: 2944,
      title: 'Draft: volume groups',
      author: 'tomasz',
      createdAt: instant(events.authorDate.seconds + 90_000),
      draft: true,
      alsoContains: [certificates.id, events.id],
    },
    // Somebody's fork gets what the main branch has.
    {
      number: 12,
      title: 'Update from upstream',
      author: 'henrik-l',
      baseRepository: 'henrik-l/openebs',
      createdAt: instant(events.authorDate.seconds + 100_000),
      mergedAt: instant(events.authorDate.seconds + 100_600),
      alsoContains: [events.id],
    },
  ];
}
