import { joined } from '../../joined.ts';
import type { DeploymentFinding } from '../wording.ts';
import type { PartFacts, RollbackPlanInput } from './input.ts';
import type { Situation } from './situation.ts';

/** A stateful part in what runs and in the target, as people read it. */
interface MovedPart {
  name: string;
  now: string;
  later: string;
  record: string;
}

/** Parts that keep data and would get another version: what the one wrote, the other may not read. */
export function movedStatefulParts(input: RollbackPlanInput, situation: Situation): DeploymentFinding[] {
  if (situation.newest === null) return [];
  const now = input.partsOf(situation.newest) ?? [];
  const then = input.partsOf(input.target) ?? [];
  if (!bothKnown(input, situation)) return [];
  return movedParts(now, then).map((part) => ({
    text: `${part.name} keeps data and goes from ${part.now} to ${part.later}: ${spokenOf(part.name, input, situation)}`,
    record: part.record,
  }));
}

/** Releases of which nobody knows the parts, so that none can be called the same. */
export function unknownParts(
  { partsOf, target }: RollbackPlanInput,
  { newest }: Situation,
): DeploymentFinding[] {
  if (newest === null || newest === target) return [];
  return [newest, target]
    .filter((version) => partsOf(version) === null)
    .map((version) => ({
      text: `nobody knows which third-party parts ${version} has: none of those that keep data can be called unchanged`,
      record: null,
    }));
}

function bothKnown({ partsOf, target }: RollbackPlanInput, { newest }: Situation): boolean {
  return newest !== null && partsOf(newest) !== null && partsOf(target) !== null;
}

function movedParts(now: readonly PartFacts[], then: readonly PartFacts[]): MovedPart[] {
  const stateful = [...now, ...then].filter((part) => part.stateful);
  return [...new Set(stateful.map(({ name }) => name))].flatMap((name) => {
    const [before, after] = [versionsOf(name, now), versionsOf(name, then)];
    const record = [...now, ...then].find((part) => part.name === name)?.record ?? '';
    return before === after && !before.includes(UNKNOWN) ? [] : [{ name, now: before, later: after, record }];
  });
}

/** A version that nobody told is not known to be the same. */
const UNKNOWN = 'an unknown version';

/** A chart may be there more than once, under other names. */
function versionsOf(name: string, parts: readonly PartFacts[]): string {
  const versions = parts.filter((part) => part.name === name).map(({ version }) => version ?? UNKNOWN);
  return versions.length === 0 ? 'none' : joined(versions.sort());
}

function spokenOf(name: string, { recoveryOf }: RollbackPlanInput, { passed }: Situation): string {
  const plans = passed.filter((version) => recoveryOf(version)?.stateful.includes(name));
  if (plans.length === 0) return 'no recovery plan on the way speaks of it';
  return `the recovery ${plans.length === 1 ? 'plan' : 'plans'} of ${joined(plans)} ${plans.length === 1 ? 'speaks' : 'speak'} of it`;
}
