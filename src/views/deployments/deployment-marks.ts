import type { z } from 'zod';
import type { Drift } from '../../history/deployments/drift.ts';
import type {
  DeploymentKind,
  DeploymentOutcome,
  DeploymentSource,
  RollbackTriggerSchema,
} from '../../records/deployment.ts';
import type { MarkView } from '../mark-view.ts';
import { counted } from '../texts.ts';

/** A deployment by what was done and how it ended. */
export const DEPLOYMENT_MARKS: Record<DeploymentKind, Record<DeploymentOutcome, MarkView>> = {
  deploy: {
    succeeded: { kind: 'good', mark: '✓', text: 'deployed' },
    failed: { kind: 'danger', mark: '✗', text: 'deployment failed' },
    running: { kind: 'caution', mark: '◔', text: 'deployment under way' },
    unknown: { kind: 'caution', mark: '?', text: 'deployed, and nobody knows how it ended' },
  },
  rollback: {
    succeeded: { kind: 'caution', mark: '↩', text: 'rolled back' },
    failed: { kind: 'danger', mark: '✗', text: 'rollback failed' },
    running: { kind: 'caution', mark: '◔', text: 'rollback under way' },
    unknown: { kind: 'caution', mark: '?', text: 'rolled back, and nobody knows how it ended' },
  },
  migrate: {
    succeeded: { kind: 'good', mark: '⇄', text: 'spawned anew' },
    failed: { kind: 'danger', mark: '✗', text: 'spawning anew failed' },
    running: { kind: 'caution', mark: '◔', text: 'being spawned anew' },
    unknown: { kind: 'caution', mark: '?', text: 'spawned anew, and nobody knows how it ended' },
  },
};

/** How a source says that a deployment ended. */
export const OUTCOME_MARKS: Record<DeploymentOutcome, MarkView> = {
  succeeded: { kind: 'good', mark: '✓', text: 'succeeded' },
  failed: { kind: 'danger', mark: '✗', text: 'failed' },
  running: { kind: 'caution', mark: '◔', text: 'under way' },
  unknown: { kind: 'caution', mark: '?', text: 'does not say' },
};

/** How a module differs between two environments. The same version with another image is no way to be on. */
export const DRIFT_MARKS: Record<Drift['kind'], MarkView> = {
  'other version': { kind: 'caution', mark: '≠', text: 'other version' },
  'other image': { kind: 'danger', mark: '▲', text: 'other image' },
  'only in one': { kind: 'caution', mark: '∅', text: 'only in one' },
};

/** What is known of the image that was deployed. */
export const IMAGE_MARKS = {
  passed: { kind: 'good', mark: '✓', text: 'tested' },
  failures: { kind: 'danger', mark: '✗', text: 'not what was tested' },
  doubts: { kind: 'caution', mark: '?', text: 'not shown to be tested' },
  still: { kind: 'quiet', mark: '–', text: 'did not move' },
  unknown: { kind: 'caution', mark: '?', text: 'no dossier' },
} as const satisfies Record<string, MarkView>;

/** States of an environment that everybody has to know of. */
export const STATE_MARKS = {
  underWay: { kind: 'caution', mark: '◔', text: 'under way' },
  inDoubt: { kind: 'danger', mark: '▲', text: 'in doubt' },
  mixed: { kind: 'caution', mark: '◫', text: 'modules of several releases' },
  gap: { kind: 'caution', mark: '…', text: 'not recorded' },
  unlisted: { kind: 'caution', mark: '?', text: 'not in the policy' },
  production: { kind: 'quiet', mark: '●', text: 'customers use it' },
} as const satisfies Record<string, MarkView>;

/** Whether one can go back. */
export const PLAN_MARKS = {
  clear: { kind: 'good', mark: '✓', text: 'nothing speaks against it' },
  blocked: (count: number): MarkView => ({
    kind: 'danger',
    mark: '▲',
    text: `${counted(count, 'thing')} to clear up first`,
  }),
  none: { kind: 'danger', mark: '✗', text: 'nothing to go back to' },
} as const;

/** Whether the release that was taken away was at fault. */
export const FAULT_MARKS = {
  bad: { kind: 'danger', mark: '✗', text: 'at fault' },
  notBad: { kind: 'good', mark: '✓', text: 'not at fault' },
  unsaid: { kind: 'caution', mark: '?', text: 'nobody said' },
} as const satisfies Record<string, MarkView>;

/** What made somebody roll back. */
export const TRIGGER_WORDS: Record<z.infer<typeof RollbackTriggerSchema>['kind'], string> = {
  metric: 'a metric',
  incident: 'an incident',
  person: 'a person',
};

/** Where a deployment is known from. */
export const SOURCE_NAMES: Record<DeploymentSource['kind'], string> = {
  command: 'The command',
  helm: 'Helm',
  github: 'GitHub',
  argocd: 'Argo CD',
};
