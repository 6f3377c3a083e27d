import { isPrerelease } from '../../history/version-order.ts';
import type { ControlId } from '../../records/index.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { type ControlView, controlView, type ReasonView } from '../verdict/control-view.ts';
import { recordLinks } from '../verdict/record-links.ts';
import type { Standing } from '../verdict/standing.ts';
import { type EmergencyOutcome, emergencyOutcome } from './emergency-outcome.ts';
import { type WaiverOutcome, waiverOutcomes } from './waiver-outcome.ts';

/** How one control came out on a release, with as much of why as fits a table. */
export interface ControlOutcome {
  id: ControlId;
  standing: Standing;
  /** The first reasons; none for a control that passes. */
  reasons: ReasonView[];
  /** How many more there are. */
  further: number;
}

/** What remains of a judged release for tables over many of them. */
export interface ReleaseOutcome {
  product: string;
  version: string;
  prerelease: boolean;
  /** Opened, and without a tag yet. */
  open: boolean;
  /** When it was released, or is due; null where nobody said. */
  at: string | null;
  timeZone: string;
  verdict: Verdict['verdict'];
  controls: ControlOutcome[];
  waivers: WaiverOutcome[];
  emergency: EmergencyOutcome | null;
  /** When it last came to production; null where it never did. */
  inProduction: string | null;
}

/** Reasons of one control in a table. */
const REASONS = 3;

/** A release in short. */
export function releaseOutcome(dossier: Dossier, verdict: Verdict): ReleaseOutcome {
  const { product, version, release, opening, policy } = dossier;
  const links = recordLinks(dossier);
  const views = verdict.controls.map((examined) => controlView(examined, dossier, links, REASONS));
  return {
    product,
    version,
    prerelease: release?.data.prerelease ?? isPrerelease(version),
    open: release === null,
    at: release?.data.date ?? opening?.data.due ?? null,
    timeZone: policy.data.timeZone,
    verdict: verdict.verdict,
    controls: views.map(controlOutcome),
    waivers: waiverOutcomes(dossier, verdict),
    emergency: emergencyOutcome(dossier),
    inProduction: lastInProduction(dossier),
  };
}

function controlOutcome({ id, standing, reasons, further }: ControlView): ControlOutcome {
  if (standing === 'pass') return { id, standing, reasons: [], further: 0 };
  return { id, standing, reasons, further: further.length };
}

/** What failed never ran; what nobody knows the end of may have. */
function lastInProduction({ version, policy, deployments }: Dossier): string | null {
  const production = new Set(
    policy.data.environments.flatMap(({ id, production }) => (production ? [id] : [])),
  );
  const times = deployments.flatMap(({ data }) =>
    data.version === version && production.has(data.environment) && data.outcome !== 'failed'
      ? [data.at]
      : [],
  );
  return times.sort().at(-1) ?? null;
}
