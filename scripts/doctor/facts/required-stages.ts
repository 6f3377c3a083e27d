import type { Policy, Stage } from '../../../src/records/index.ts';

/** Every stage that some kind of release has to pass, and how the policy names the kind. */
export function requiredStages({ stages }: Policy): Map<Stage, string> {
  const named = Object.entries(stages).flatMap(([kind, list]) =>
    (list ?? []).map((stage) => [stage, kind] as const),
  );
  return new Map(named.reverse());
}
