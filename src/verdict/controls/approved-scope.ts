import type { Opening } from '../../records/index.ts';
import { broughtChanges } from '../brought-changes.ts';
import { ISO_CHANGES, PCI_ACCOUNTABILITY, PCI_CHANGES, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, type Finding, finding, type Reason } from '../control.ts';
import type { Dossier, Recorded } from '../dossier.ts';
import { milestoneScope } from '../milestone-scope.ts';
import { notTaggedYet } from '../not-tagged.ts';
import { type ShippedChange, shippedChanges } from '../shipped-changes.ts';
import { counted, pathOf } from '../wording.ts';

/** What ships is what somebody approved for it, by a list or, where nobody wrote one, by milestones. */
export const approvedScope: Control = {
  id: 'approved-scope',
  sentence:
    'Every change that the release brings is on the list of changes approved for it or, without a list, comes by a merged pull request of its milestone.',
  clauses: [SOC_2_CHANGES, ISO_CHANGES, PCI_CHANGES, PCI_ACCOUNTABILITY],
  examine,
};

function examine(dossier: Dossier): Finding {
  const { release, opening } = dossier;
  if (release === null) return notTaggedYet();
  const scope = opening?.data.scope;
  if (opening === null || scope === undefined) return milestoneScope(shippedChanges(dossier), dossier);
  return finding(
    outside(shippedChanges(dossier), scope, opening),
    writtenLater(opening, release.data.date),
    listed(scope, opening, dossier),
  );
}

function outside(
  shipped: readonly ShippedChange[],
  scope: readonly string[],
  opening: Recorded<Opening>,
): Reason[] {
  return shipped
    .filter(({ id }) => !scope.includes(id))
    .map(({ id, record }) => ({
      text: `${id} is not on the list of ${opening.data.openedBy}`,
      record: pathOf(record) ?? opening.path,
    }));
}

/** A list made of what has shipped approves nothing; an emergency may be written down afterwards. */
function writtenLater({ data, path }: Recorded<Opening>, taggedAt: string): Reason[] {
  if (data.emergency !== undefined || data.openedAt <= taggedAt) return [];
  const text = `the list of ${data.openedBy} is of ${data.openedAt}, the tag of ${taggedAt}: it was written afterwards`;
  return [{ text, record: path }];
}

/** What came by the list, what did not come, and what no list has to name because the policy's rules leave it out. */
function listed(scope: readonly string[], opening: Recorded<Opening>, dossier: Dossier): Reason[] {
  const shipped = shippedChanges(dossier).map(({ id }) => id);
  const absent = scope.filter((id) => !shipped.includes(id));
  const beside = broughtChanges(dossier).filter(({ id }) => !shipped.includes(id) && !scope.includes(id));
  const texts = [
    `${counted(shipped.length, 'change')} by the list of ${opening.data.openedBy}`,
    ...absent.map((id) => `${id} was approved and did not come`),
    ...beside.map(({ id }) => `${id} needs no approval: ${fateReason(id, dossier)}`),
  ];
  return texts.map((text) => ({ text, record: opening.path }));
}

function fateReason(id: string, { fates }: Dossier): string {
  return fates.find(({ change }) => change === id)?.reason ?? '';
}
