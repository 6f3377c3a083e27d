import { joined } from '../../history/joined.ts';
import { ISO_CHANGES, ISO_TESTING, PCI_CHANGES, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, type Finding, finding, type Reason } from '../control.ts';
import type { Dossier } from '../dossier.ts';
import { type EvidenceBinding, judgeEvidence } from '../evidence-binding.ts';
import { type ShippingModule, shippingOf } from '../shipping.ts';
import { countedRuns } from '../stage-runs.ts';
import { pathOf } from '../wording.ts';

/** Evidence is for this commit. */
export const evidenceBound: Control = {
  id: 'evidence-bound',
  sentence:
    'Each report that counts names the commit or digest that it ran on, it is the one that ships, all reports of a module are of one commit and one image, and a chart that is named by the nomenclature has the name of its module, version and commit.',
  clauses: [SOC_2_CHANGES, ISO_CHANGES, ISO_TESTING, PCI_CHANGES],
  examine,
};

function examine(dossier: Dossier): Finding {
  const { judged, lead } = shippingOf(dossier);
  const bindings = countedRuns(dossier.stages).flatMap((run) => {
    const module = run.module === null ? lead : judged.find(({ id }) => id === run.module);
    return module === undefined ? [] : [judgeEvidence(run, module)];
  });
  const reasonsOf = (is: EvidenceBinding['is']): Reason[] =>
    bindings.filter((binding) => binding.is === is).map(({ reason }) => reason);
  const images = [...new Set([...judged, lead])].flatMap((module) => twoImages(module, dossier));
  const none = `there is no full report of a stage of ${dossier.version}`;
  return finding(
    [...reasonsOf('other'), ...images],
    bindings.length === 0 ? [{ text: none, record: pathOf(dossier.release) }] : reasonsOf('unproven'),
    reasonsOf('bound'),
  );
}

/** Two images of one commit: what was tested of the one was not tested of the other. */
function twoImages({ id, images }: ShippingModule, { release }: Dossier): Reason[] {
  if (images.length < 2) return [];
  const names = images.map((group) => [...group][0]?.slice(0, 19) ?? '');
  return [{ text: `reports of ${id} are of different images: ${joined(names)}`, record: pathOf(release) }];
}
