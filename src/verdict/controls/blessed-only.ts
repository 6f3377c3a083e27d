import type { RecordedDeployment } from '../../history/deployments/timeline.ts';
import { blessingAsOf } from '../as-of.ts';
import { ISO_INSTALLATION, PCI_ACCOUNTABILITY, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, type Finding, finding, type Reason } from '../control.ts';
import { deployedDigests } from '../deployed-digests.ts';
import type { Dossier } from '../dossier.ts';
import { deployedPlace, guardedDeployments, notDeployed } from '../guarded-deployments.ts';
import type { Verdict } from '../judge-by.ts';
import { shippingOf } from '../shipping.ts';

/** Only what was blessed runs. */
export const blessedOnly: Control = {
  id: 'blessed-only',
  sentence:
    'Where only blessed releases may run, every deployment was blessed by then, and runs the images that were tested.',
  comesAfter: true,
  clauses: [SOC_2_CHANGES, ISO_INSTALLATION, PCI_ACCOUNTABILITY],
  examine,
};

function examine(dossier: Dossier): Finding {
  const judged = guardedDeployments(dossier);
  if (judged.length === 0) return finding([], [notDeployed(dossier, 'which images run is not known')], []);
  const shipping = shippingOf(dossier);
  const images = judged.map((each) => deployedDigests(each, shipping, deployedPlace(each)));
  const then = judged.map((each) => ({ each, verdict: blessingAsOf(dossier, each.data.at) }));
  const unblessed = then.filter(({ verdict }) => verdict.verdict !== 'blessed');
  return finding(
    [...unblessedReasons(unblessed, dossier), ...images.flatMap(({ failures }) => failures)],
    images.flatMap(({ doubts }) => doubts),
    [
      ...then.map(({ each }) => ({ text: `${deployedPlace(each)}: was blessed by then`, record: each.path })),
      ...images.flatMap(({ passed }) => passed),
    ],
  );
}

/** A deployment, and what was known of its release then. */
interface KnownThen {
  each: RecordedDeployment;
  verdict: Verdict;
}

/** Judging is dear: the release is judged as known now only where somebody has to be told. */
function unblessedReasons(unblessed: readonly KnownThen[], dossier: Dossier): Reason[] {
  if (unblessed.length === 0) return [];
  const now = blessingAsOf(dossier, dossier.now).verdict;
  return unblessed.map((then) => unblessedReason(then, now));
}

function unblessedReason({ each, verdict }: KnownThen, now: Verdict['verdict']): Reason {
  const open = verdict.controls.filter(({ result }) => result === 'fail' || result === 'unproven');
  const because = open.map(({ id, result }) => `${id} ${result === 'fail' ? 'failed' : 'was unproven'}`);
  const since = now === 'blessed' ? 'as known now it would be' : 'nor would it be as known now';
  return {
    text: `${deployedPlace(each)}: was not blessed when it was deployed (${because.join(', ')}); ${since}`,
    record: each.path,
  };
}
