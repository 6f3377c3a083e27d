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

/** A judged release in a line of a table. */
export interface JudgedRelease {
  product: string;
  version: string;
  /** Opened, and without a tag yet. */
  open: boolean;
  /** When it was released, or is due; null where nobody said. */
  at: string | null;
  verdict: Verdict['verdict'];
  /** When it last came to production; null where it never did. */
  inProduction: string | null;
}

/** How all controls came out on a release. */
export interface ReleaseStandings extends JudgedRelease {
  prerelease: boolean;
  controls: Pick<ControlOutcome, 'id' | 'standing'>[];
}

/** What remains of a judged release for tables over many of them. */
export interface ReleaseOutcome extends ReleaseStandings {
  timeZone: string;
  controls: ControlOutcome[];
  waivers: WaiverOutcome[];
  emergency: EmergencyOutcome | null;
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

/** The line of a release. */
export function lineOf({ product, version, open, at, verdict, inProduction }: JudgedRelease): JudgedRelease {
  return { product, version, open, at, verdict, inProduction };
}

/** How its controls came out, without why. */
export function standingsIn(outcome: ReleaseOutcome): ReleaseStandings {
  const controls = outcome.controls.map(({ id, standing }) => ({ id, standing }));
  return { ...lineOf(outcome), prerelease: outcome.prerelease, controls };
}

/** The same release with only what somebody has to answer for; null where that is nothing. */
export function exceptionsIn(outcome: ReleaseOutcome): ReleaseOutcome | null {
  const controls = outcome.controls.filter(({ standing }) => standing !== 'pass');
  const isClear = controls.length === 0 && outcome.waivers.length === 0 && outcome.emergency === null;
  return isClear ? null : { ...outcome, controls };
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
