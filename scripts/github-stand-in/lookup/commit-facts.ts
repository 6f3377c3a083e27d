import type { CommitView } from '../views.ts';

const BEGINNING = '2025-01-01T00:00:00Z';

/** When it was written. */
export function authoredAt({ described, pull }: CommitView): string {
  return described.authoredAt ?? described.committedAt ?? pull?.createdAt ?? BEGINNING;
}

/** When it was committed. */
export function committedAt(commit: CommitView): string {
  return commit.described.committedAt ?? authoredAt(commit);
}
