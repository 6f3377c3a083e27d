import { changePulls } from '../history/change-pulls.ts';
import { finalOf } from '../history/version-order.ts';
import type { Change } from '../records/index.ts';
import { type Finding, finding, type Reason } from './control.ts';
import type { Dossier } from './dossier.ts';
import type { ShippedChange } from './shipped-changes.ts';
import { counted, pathOf } from './wording.ts';

/**
 * Scope without a list: a milestone is the only word of what was meant. One of another version shows that a change was
 * meant for that; none at all shows nothing.
 */
export function milestoneScope(shipped: readonly ShippedChange[], dossier: Dossier): Finding {
  const judged = shipped.map((change) => ({ change, milestone: milestoneOf(change.record?.data) }));
  const without = judged.flatMap(({ change, milestone }) => (milestone === null ? [change] : []));
  const others = judged.flatMap(({ change, milestone }) =>
    milestone === null || names(milestone, change, dossier)
      ? []
      : [reason(change, `${change.id} was meant for "${milestone}", not for ${dossier.version}`, dossier)],
  );
  const isUsed = without.length < judged.length;
  return finding(
    others,
    isUsed || judged.length === 0
      ? without.map((change) =>
          reason(change, `${change.id} has no milestone, and there is no list`, dossier),
        )
      : [nobody(dossier)],
    [{ text: `${counted(judged.length, 'change')} by milestone`, record: pathOf(dossier.release) }],
  );
}

function reason({ record }: ShippedChange, text: string, { release }: Dossier): Reason {
  return { text, record: pathOf(record) ?? pathOf(release) };
}

function nobody({ version, opening, release }: Dossier): Reason {
  const text = `nobody wrote what was approved for ${version}: there is no list, and no change has a milestone`;
  return { text, record: pathOf(opening) ?? pathOf(release) };
}

/** The milestone of the merged pull request that brought the change: a copy's original was meant for another release. */
function milestoneOf(change: Change | undefined): string | null {
  const carrier = change === undefined ? null : changePulls(change).carrier;
  return carrier?.state === 'merged' ? (carrier.milestone ?? null) : null;
}

/** A milestone names the release, its final version, or the version of the module that the change is of. */
function names(milestone: string, { record }: ShippedChange, { version, release }: Dossier): boolean {
  const module = release?.data.modules.find(({ id }) => id === record?.data.module);
  return [version, finalOf(version), module?.version ?? version].some(
    (candidate) => plainVersion(candidate) === plainVersion(milestone),
  );
}

/** "v1.6" and "1.6.0" are one. */
function plainVersion(text: string): string {
  return text
    .trim()
    .replace(/^[^\d]*(?=\d)/, '')
    .replace(/(?:\.0)+$/, '')
    .toLowerCase();
}
