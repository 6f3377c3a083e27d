import type { Faults } from '../faults.ts';
import type { Answer } from './answer.ts';
import {
  badGatewayPage,
  gatewayTimeout,
  primaryLimit,
  secondaryLimit,
  somethingWentWrong,
  unavailable,
} from './answer.ts';
import type { Call } from './call.ts';
import { type RateCounter, rateHeaders } from './rate.ts';

/** What a fault does to a call. */
export type Trouble =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'cut' }
  | { kind: 'silence' }
  | { kind: 'late'; milliseconds: number };

/** What tells of a call in an error: the call, who asks, and when. */
interface Told {
  call: Call;
  user: number;
  now: number;
}

/** The fault that a call meets; undefined where it is answered. */
export function troubleOf(faults: Faults, rate: RateCounter, told: Told): Trouble | undefined {
  const { call } = told;
  const { number } = call;
  if (faults.dropConnections?.includes(number)) return { kind: 'cut' };
  const answer = limited(faults, rate, told) ?? failing(faults, told);
  if (answer !== undefined) return { kind: 'answer', answer };
  return call.aliases > (faults.timeoutAbove ?? Number.POSITIVE_INFINITY) ? timeout(faults) : undefined;
}

function limited(faults: Faults, rate: RateCounter, { call, user }: Told): Answer | undefined {
  const { secondaryLimit: secondary, primaryLimit: primary } = faults;
  const standing = rate.refused(primary, call.number);
  if (standing !== undefined)
    return primaryLimit(primary?.type ?? 'RATE_LIMITED', user, rateHeaders(standing));
  if (secondary === undefined) return undefined;
  const { atCall, times = 1, status = 403, retryAfterSeconds } = secondary;
  if (call.number < atCall || call.number >= atCall + times) return undefined;
  const wait = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return secondaryLimit(status, requestId(call), { ...rateHeaders(rate.standing()), ...wait });
}

function failing(faults: Faults, { call, now }: Told): Answer | undefined {
  if (faults.statusUnavailable?.includes(call.number)) return unavailable();
  if (faults.somethingWentWrong?.includes(call.number)) return somethingWentWrong(200, requestId(call), now);
  if (!isTooMuch(faults, call)) return undefined;
  return faults.badGatewayBody === 'html' ? badGatewayPage() : somethingWentWrong(502, requestId(call), now);
}

function isTooMuch(faults: Faults, { number, aliases, nodes }: Call): boolean {
  const { badGateway = [], badGatewayAbove = Number.POSITIVE_INFINITY } = faults;
  const { badGatewayAboveNodes = Number.POSITIVE_INFINITY } = faults;
  return badGateway.includes(number) || aliases > badGatewayAbove || nodes > badGatewayAboveNodes;
}

function timeout({ timeout: form = 'silence' }: Faults): Trouble {
  if (form === 'silence') return { kind: 'silence' };
  if (form === 504) return { kind: 'answer', answer: gatewayTimeout() };
  return { kind: 'late', milliseconds: form.afterMilliseconds };
}

/** Like GitHub's `x-github-request-id`. */
export function requestId({ number }: Call): string {
  const hex = number.toString(16).toUpperCase().padStart(4, '0');
  return `${hex}:1F7700D:${hex}A0:681DC07F:${hex}`;
}
