import type { Change } from '../../records/index.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { declaredEmergency } from '../../verdict/emergency-declaration.ts';
import { isBotsOwn } from '../people/authorship.ts';
import type { KnownPeople } from '../people/known-people.ts';
import type { ChangeType } from '../row.ts';

/**
 * How a change is ruled. Emergency: the deployed release was declared one, and the declaration counts. Standard: it moves
 * one dependency, and a bot opened its pull request and wrote every commit of it, as the platform authenticated it;
 * a person's commit on the bot's branch makes it a normal one. Everything else is normal, which asks for most.
 */
export function changeType(change: Change | null, then: Dossier | null, people: KnownPeople): ChangeType {
  if (then === null || change === null) return { is: 'unproven', because: 'there is no record of it' };
  const declared = declaredEmergency(then);
  if (declared !== null && declared.objections.length === 0)
    return { is: 'emergency', because: `${declared.declaredBy} declared ${declared.incident}` };
  const withoutCount =
    declared === null ? '' : `; the emergency does not count: ${declared.objections.join('; ')}`;
  return isStandard(change, people)
    ? { is: 'standard', because: `a bot moves ${change.dependency?.name}${withoutCount}` }
    : { is: 'normal', because: `neither an emergency nor a bot’s move of a dependency${withoutCount}` };
}

function isStandard(change: Change, people: KnownPeople): boolean {
  return change.dependency !== undefined && isBotsOwn(change, people);
}
