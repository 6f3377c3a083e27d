import type { Lineage } from '../lineage.ts';
import type { PublicIssue } from '../public-entry.ts';
import type { PublicRelease } from '../public-release.ts';
import type { Carried } from './carried.ts';

/** A known issue of the target that the source does not have, and the release whose note tells of it. */
export interface UpgradeIssue {
  version: string;
  issue: PublicIssue;
}

/** One end of an upgrade. */
export interface End {
  held: ReadonlySet<string>;
  carried: Carried;
}

/** Issues that come with the upgrade. */
export function openIssues(
  releases: readonly PublicRelease[],
  lineage: Lineage,
  before: End,
  after: End,
): UpgradeIssue[] {
  return releases.flatMap(({ version, known }) =>
    known
      .filter((issue) => {
        const since = lineage.find(issue.since) === undefined ? version : issue.since;
        return has(issue, since, after) && !has(issue, since, before);
      })
      .map((issue) => ({ version, issue })),
  );
}

function has({ fixedBy, fixedIn }: PublicIssue, since: string, { held, carried }: End): boolean {
  if (!held.has(since) || fixedIn.some((fix) => held.has(fix))) return false;
  return fixedBy === null || !carried.has(fixedBy);
}
