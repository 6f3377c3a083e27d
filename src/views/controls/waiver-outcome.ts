import { spelledOut } from '../../markdown/harmless.ts';
import type { ControlId } from '../../records/index.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { objectionTo } from '../../verdict/waivers.ts';
import { recordPlace } from '../verdict/record-links.ts';

/** A waiver, and what it is worth at the moment at which its release is judged. */
export interface WaiverOutcome {
  control: ControlId;
  by: string;
  at: string;
  until: string;
  why: string;
  /** It is what the control is held to be answered for by. */
  counts: boolean;
  /** The control holds by itself: nobody has to answer for it. */
  needless: boolean;
  /** Why it does not count: a sentence; null where nothing speaks against it. */
  objection: string | null;
  /** Where it is shown. */
  href: string | null;
}

/** All waivers of a release. */
export function waiverOutcomes(dossier: Dossier, { controls }: Verdict): WaiverOutcome[] {
  return dossier.waivers.map((waiver) => {
    const { data, body, path } = waiver;
    const examined = controls.find(({ id }) => id === data.control);
    return {
      control: data.control,
      by: spelledOut(data.by),
      at: data.at,
      until: data.until,
      why: spelledOut(body.trim()),
      counts: examined?.result === 'waived' && examined.reasons[0]?.record === path,
      needless: examined?.result === 'pass',
      objection: objectionTo(waiver, dossier),
      href: recordPlace(path),
    };
  });
}
