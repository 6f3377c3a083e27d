import { authorsOf } from '../authors.ts';
import { type BroughtChange, broughtChanges } from '../brought-changes.ts';
import {
  ISO_CHANGES,
  ISO_DUTIES,
  PCI_ACCOUNTABILITY,
  PCI_REVIEW,
  SOC_2_CHANGES,
  SOC_2_DUTIES,
} from '../clauses.ts';
import { type Control, type Finding, finding, type Reason } from '../control.ts';
import { directChange } from '../direct-change.ts';
import type { Dossier } from '../dossier.ts';
import { type FourEyes, fourEyes } from '../four-eyes.ts';
import { notTaggedYet } from '../not-tagged.ts';
import { ownPullRequest } from '../own-pull-request.ts';
import { type Roster, rosterOf } from '../roster.ts';
import { counted } from '../wording.ts';

/** Nobody brings anything alone. */
export const independence: Control = {
  id: 'independence',
  sentence:
    'Every change, those of bots and those that no note tells of included, was approved before its merge and on the merged commit by a person who may push and wrote none of it, by whichever account.',
  clauses: [SOC_2_CHANGES, SOC_2_DUTIES, ISO_CHANGES, ISO_DUTIES, PCI_REVIEW, PCI_ACCOUNTABILITY],
  examine,
};

function examine(dossier: Dossier): Finding {
  const { release, policy } = dossier;
  if (release === null) return notTaggedYet();
  const roster = rosterOf(policy.data);
  const judged = broughtChanges(dossier).map((change) => ({ change, eyes: eyesOn(change, dossier, roster) }));
  const reasonsOf = (is: FourEyes['is']): Reason[] =>
    judged
      .filter(({ eyes }) => eyes.is === is)
      .map(({ change, eyes }) => reasonOf(change, eyes, release.path));
  const approved = reasonsOf('approved');
  const summary = {
    text: `${counted(judged.length, 'change')} approved by somebody else`,
    record: release.path,
  };
  return finding(reasonsOf('not approved'), reasonsOf('unproven'), [summary, ...approved]);
}

function reasonOf({ id, record }: BroughtChange, { texts }: FourEyes, releasePath: string): Reason {
  return { text: `${id}: ${texts.join('; ')}`, record: record?.path ?? releasePath };
}

function eyesOn({ record }: BroughtChange, dossier: Dossier, roster: Roster): FourEyes {
  if (record === null) return { is: 'unproven', texts: ['there is no record of it'] };
  const change = record.data;
  const pull = ownPullRequest(change);
  if (pull !== null) return fourEyes(pull, authorsOf(change, roster), roster);
  if (change.platformAsked !== true)
    return { is: 'unproven', texts: ['the platform was not asked who approved it'] };
  return directChange(change, dossier, roster);
}
