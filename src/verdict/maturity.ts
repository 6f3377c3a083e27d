import { featuresOf } from '../history/feature-labels.ts';
import { type Gate, MATURITIES, type Maturity } from '../records/index.ts';
import type { Reason } from './control.ts';
import type { Dossier } from './dossier.ts';
import { judgeEvidence } from './evidence-binding.ts';
import { type JudgedGate, judgeGates } from './judged-gate.ts';
import { shippedChanges } from './shipped-changes.ts';
import { shippingOf } from './shipping.ts';
import { countedRuns } from './stage-runs.ts';

/** A feature's word, and why it is no better and no worse. */
export interface FeatureMaturity {
  feature: string;
  maturity: Maturity;
  reasons: Reason[];
  /** Changes of the release that are labelled with it. */
  changes: string[];
}

/** The features that a release's changes are labelled with, each with its word, by name. */
export function featureMaturities(dossier: Dossier): FeatureMaturity[] {
  const features = shippedChanges(dossier).flatMap(({ record }) => featuresOn(record?.data, dossier));
  return [...new Set(features)].sort().map((feature) => featureMaturity(feature, dossier));
}

/**
 * A feature's word by its metrics alone: no vote and no waiver promotes it. A word is earned where it has gates, one of
 * them is kept and none is missed or unknown; "stable" asks for "beta" as well. What no gate guards is stable, for there
 * is no metric that it was shipped before.
 */
export function featureMaturity(feature: string, dossier: Dossier): FeatureMaturity {
  const gates = dossier.policy.data.gates.filter((gate) => isOf(gate, feature));
  const changes = shippedChanges(dossier)
    .filter(({ record }) => featuresOn(record?.data, dossier).includes(feature))
    .map(({ id }) => id);
  return {
    feature,
    changes,
    ...(gates.length === 0 ? unguarded(feature, dossier) : wordBy(gates, feature, dossier)),
  };
}

type Word = Pick<FeatureMaturity, 'maturity' | 'reasons'>;

function unguarded(feature: string, { policy }: Dossier): Word {
  const text = `no gate of the policy guards a word on ${feature}`;
  return { maturity: 'stable', reasons: [{ text, record: policy.path }] };
}

function wordBy(gates: readonly Gate[], feature: string, dossier: Dossier): Word {
  const bound = withBoundReports(dossier);
  const steps = (['beta', 'stable'] as const).map((word) => {
    const own = gates.filter(({ guards }) => guards === word);
    return own.length === 0 ? noGate(word, feature, dossier) : stepBy(judgeGates(own, bound));
  });
  const failed = steps.findIndex(({ earned }) => !earned);
  const reached = failed === -1 ? steps.length : failed;
  const reasons = steps.slice(0, reached + 1).flatMap((step) => step.reasons);
  return { maturity: MATURITIES[reached] ?? 'alpha', reasons };
}

/** A gate without a feature holds for all of them. */
function isOf({ guards, feature }: Gate, name: string): boolean {
  return guards !== 'blessing' && (feature === undefined || feature === name);
}

interface Step {
  earned: boolean;
  reasons: Reason[];
}

/** Measurements of something else than what ships promote nothing, whatever a waiver says of them. */
function withBoundReports(dossier: Dossier): Dossier {
  const { lead, modules } = shippingOf(dossier);
  const bound = countedRuns(dossier.stages).filter((run) => {
    const module = run.module === null ? lead : modules.get(run.module);
    return module !== undefined && judgeEvidence(run, module).is === 'bound';
  });
  return { ...dossier, stages: bound.flatMap(({ attempts }) => attempts) };
}

function noGate(word: Maturity, feature: string, { policy }: Dossier): Step {
  const text = `no gate says when ${feature} is ${word}, so that it cannot become so`;
  return { earned: false, reasons: [{ text, record: policy.path }] };
}

function stepBy(judged: readonly JudgedGate[]): Step {
  const earned = judged.some(({ result }) => result === 'kept') && judged.every(allows);
  const telling = earned ? judged : judged.filter((gate) => !allows(gate) || gate.result === 'still');
  return { earned, reasons: telling.map(({ reason }) => reason) };
}

/** A module that stood still was measured when it moved last. */
function allows({ result }: JudgedGate): boolean {
  return result === 'kept' || result === 'still';
}

function featuresOn(
  change: { pullRequests?: { labels?: string[] | undefined }[] | undefined } | undefined,
  { policy }: Dossier,
): string[] {
  const labels = (change?.pullRequests ?? []).flatMap((pull) => pull.labels ?? []);
  return featuresOf(labels, policy.data.featureLabel);
}
