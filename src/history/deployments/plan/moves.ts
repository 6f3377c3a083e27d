import type { Policy } from '../../../records/index.ts';
import { compareVersions } from '../../version-order.ts';
import { deploymentOrder } from '../deploy-graph.ts';

/** A module that goes from one version to another; null where it was not there, or will not be. */
export interface Move {
  module: string;
  from: string | null;
  to: string | null;
}

/** One module's move comes before another's. */
interface Precedence {
  first: string;
  second: string;
}

/**
 * Orders moves: what goes up precedes those that need it, what goes down follows them. As a requirement asks for no
 * more than a lowest version, whatever is met before and after the moves is then met between any two of them. And such
 * an order always exists: a circle in it would be a circle of dependencies, which no policy has.
 */
export function orderedMoves(moves: readonly Move[], policy: Policy): Move[] {
  const precedences = precedencesOf(moves, policy);
  const ordered: Move[] = [];
  const left = usually(moves, policy);
  while (left.length > 0) {
    const waiting = precedences.filter(({ first }) => left.some(({ module }) => module === first));
    const free = left.findIndex(({ module }) => !waiting.some(({ second }) => second === module));
    ordered.push(...left.splice(Math.max(0, free), 1));
  }
  return ordered;
}

/** What goes down comes first, and what goes up after it, the other way round. */
function usually(moves: readonly Move[], policy: Policy): Move[] {
  const order = backwards(moves, policy);
  return [...order.filter((move) => !goesUp(move)), ...order.filter(goesUp).reverse()];
}

/** Dependents first; modules that the policy does not name, on which anything may depend, last. */
function backwards(moves: readonly Move[], policy: Policy): Move[] {
  const order = deploymentOrder(policy).reverse().flat();
  const rank = ({ module }: Move): number => (order.includes(module) ? order.indexOf(module) : order.length);
  return [...moves].sort((a, b) => rank(a) - rank(b) || (a.module < b.module ? -1 : 1));
}

function precedencesOf(moves: readonly Move[], { modules }: Policy): Precedence[] {
  const goingUp = new Set(moves.filter(goesUp).map(({ module }) => module));
  return modules.flatMap(({ id, dependsOn = [] }) =>
    dependsOn.map(({ module: used }) =>
      goingUp.has(used) ? { first: used, second: id } : { first: id, second: used },
    ),
  );
}

function goesUp({ from, to }: Move): boolean {
  return to !== null && (from === null || compareVersions(to, from) > 0);
}
