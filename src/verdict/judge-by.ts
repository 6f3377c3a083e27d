import type { ControlId } from '../records/index.ts';
import type { Control, Reason } from './control.ts';
import type { Dossier } from './dossier.ts';
import { objectionTo, waiverReason } from './waivers.ts';

/** How one control came out, waivers included. */
export interface Examined {
  id: ControlId;
  result: 'pass' | 'fail' | 'unproven' | 'waived';
  reasons: Reason[];
}

/** The verdict on a release. */
export interface Verdict {
  product: string;
  release: string;
  verdict: 'blessed' | 'not-blessed' | 'unproven';
  /** Digest of the policy that it was judged under. */
  policy: string;
  controls: Examined[];
}

/** Judges a release by some controls. */
export function judgeBy(controls: readonly Control[], dossier: Dossier): Verdict {
  const examined = controls.map((control) => examine(control, dossier));
  return {
    product: dossier.product,
    release: dossier.version,
    verdict: overall(examined.filter((each, index) => withholds(each, controls[index]))),
    policy: dossier.policyDigest,
    controls: examined,
  };
}

function examine(control: Control, dossier: Dossier): Examined {
  const { id } = control;
  const { result, reasons } = control.examine(dossier);
  const waivers = result === 'pass' ? [] : dossier.waivers.filter(({ data }) => data.control === id);
  const judged = waivers.map((waiver) => ({ waiver, objection: objectionTo(waiver, dossier) }));
  const valid = judged.find(({ objection }) => objection === null);
  if (valid !== undefined) return { id, result: 'waived', reasons: [waiverReason(valid.waiver), ...reasons] };
  const objections = judged.map(({ waiver, objection }) => ({ text: objection ?? '', record: waiver.path }));
  return { id, result, reasons: [...objections, ...reasons] };
}

function withholds({ result }: Examined, control: Control | undefined): boolean {
  return control?.comesAfter !== true || result !== 'unproven';
}

function overall(examined: readonly Examined[]): Verdict['verdict'] {
  if (examined.some(({ result }) => result === 'fail')) return 'not-blessed';
  return examined.some(({ result }) => result === 'unproven') ? 'unproven' : 'blessed';
}
