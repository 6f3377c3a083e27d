import { spelledOut } from '../markdown/harmless.ts';
import type { CommitFate, Disposition } from '../records/release.ts';
import { DISPOSITION_WORDS } from './audit-texts.ts';

/** A row of the table of commits. */
export interface CommitRow {
  commit: string;
  module: string;
  change: string | null;
  /** Where the change's own row is; null where there is no record of it. */
  changeHref: string | null;
  pullRequest: string;
  reason: string;
}

/** Rows that share what became of them. */
export interface CommitGroup {
  disposition: Disposition;
  word: string;
  mark: string;
  means: string;
  rows: CommitRow[];
}

/** What needs eyes comes first. */
const BY_URGENCY: readonly Disposition[] = ['unresolved', 'excluded', 'cancelled', 'folded', 'published'];

/** Fates in the order in which they are shown. */
export function byUrgency(fates: readonly CommitFate[]): CommitFate[] {
  return BY_URGENCY.flatMap((disposition) => fates.filter((fate) => fate.disposition === disposition));
}

/** A page of the table: runs of the same disposition under a heading of their own. */
export function commitGroups(
  fates: readonly CommitFate[],
  changeHref: (change: string) => string | null,
): CommitGroup[] {
  return BY_URGENCY.map((disposition) => ({
    disposition,
    ...DISPOSITION_WORDS[disposition],
    rows: fates.filter((fate) => fate.disposition === disposition).map((fate) => row(fate, changeHref)),
  })).filter((group) => group.rows.length > 0);
}

function row(fate: CommitFate, changeHref: (change: string) => string | null): CommitRow {
  return {
    commit: fate.commit,
    module: fate.module,
    change: fate.change,
    changeHref: fate.change === null ? null : changeHref(fate.change),
    pullRequest: fate.pullRequest === null ? '–' : `#${fate.pullRequest}`,
    reason: spelledOut(fate.reason),
  };
}
