import { sumOfFates } from '../../history/editor-decisions.ts';
import type { Release } from '../../records/index.ts';
import { changeGaps } from '../change-gaps.ts';
import { ISO_CHANGES, PCI_CHANGES, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, type Finding, finding, type Reason } from '../control.ts';
import type { Dossier, Recorded } from '../dossier.ts';
import { notTaggedYet } from '../not-tagged.ts';
import { shippedChanges } from '../shipped-changes.ts';
import { counted, shortCommit } from '../wording.ts';

/** Every commit is accounted for, and every change of them can be followed to its reason and its people. */
export const traceable: Control = {
  id: 'traceable',
  sentence:
    'Every commit of the release is accounted for, and every change has a pull request or a stated reason, an issue, a complete message, an author and a merger.',
  clauses: [SOC_2_CHANGES, ISO_CHANGES, PCI_CHANGES],
  examine,
};

function examine(dossier: Dossier): Finding {
  const { release, fates } = dossier;
  if (release === null) return notTaggedYet();
  const shipped = shippedChanges(dossier);
  const gaps = shipped.map(changeGaps);
  const passed = [
    `${counted(fates.length, 'commit')} accounted for`,
    `${counted(shipped.length, 'change')} followed to reason and people`,
  ];
  return finding(
    [...openCommits(dossier, release), ...gaps.flatMap(({ failures }) => failures)],
    gaps.flatMap(({ doubts }) => doubts),
    [{ text: passed.join(', '), record: release.path }],
  );
}

function openCommits({ fates }: Dossier, release: Recorded<Release>): Reason[] {
  const unresolved = fates.filter(({ disposition }) => disposition === 'unresolved');
  return [
    ...unresolved.map(({ commit, module, reason }) => ({
      text: `no rule accounts for commit ${shortCommit(commit)} of ${module}${reason === '' ? '' : `: ${reason}`}`,
      record: release.path,
    })),
    ...wrongSums(fates, release),
  ];
}

/** A row taken out of the table by hand shows in the counts that stand above it. */
function wrongSums(fates: Dossier['fates'], { data, path }: Recorded<Release>): Reason[] {
  const parts = [
    { of: 'the release', said: data.sum.commits, found: sumOfFates(fates).commits },
    ...data.modules.map(({ id, sum }) => ({
      of: id,
      said: sum.commits,
      found: fates.filter(({ module }) => module === id).length,
    })),
  ];
  return parts
    .filter(({ said, found }) => said !== found)
    .map(({ of, said, found }) => ({
      text: `the range of ${of} has ${counted(said, 'commit')}, its table ${counted(found, 'row')}`,
      record: path,
    }));
}
