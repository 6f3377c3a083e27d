import { cadenceKept } from '../../src/history/delivery/cadence.ts';
import type { DeliveryFacts } from '../../src/history/delivery/facts.ts';
import { deliveryLog } from '../../src/history/delivery/log.ts';
import { deliveryMetrics } from '../../src/history/delivery/metrics.ts';
import type { Period } from '../../src/history/delivery/period.ts';
import { type OnRecord, spanFrom, spanOfMonths } from '../../src/history/delivery/recorded-span.ts';
import type { EnvironmentTimeline } from '../../src/history/deployments/drift.ts';
import { type ProductClock, productClock, toInstant } from '../../src/history/product-clock.ts';
import { Fault, type Policy } from '../../src/records/index.ts';
import { knownEnvironment } from '../deployments/command/known-environment.ts';
import { readDeliveryFacts } from '../deployments/delivery-facts.ts';
import { deliveryText } from '../deployments/delivery-text.ts';
import { readTimelines } from '../deployments/product-deployments.ts';
import { type ToldDelivery, toldCadence, toldMetrics } from '../deployments/told-delivery.ts';
import { readTime, toldTime } from '../dossier/opening/product-time.ts';
import { LedgerReader } from '../store/read.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger delivery` is asked for. */
export interface DeliveryOptions {
  content: string;
  product: string;
  environment?: string;
  /** Where the figures begin; twelve months before their end where it is not given. */
  from?: string;
  /** Where they end; now where it is not given. */
  to?: string;
  /** The clock's time where it is not given. */
  now?: string;
}

/** What was asked about, in milliseconds. */
interface Asked {
  from: number | null;
  to: number;
}

/**
 * Prints DORA's metrics and how the cadence was kept, for each environment by itself, those that customers use first.
 * Returns the exit code.
 */
export async function delivery(options: DeliveryOptions, out: Console): Promise<number> {
  const now = momentOf(options.now);
  const reader = new LedgerReader(options.content);
  const { policy } = reader.knownPolicy(options.product);
  const asked = askedPeriod(options, policy, now);
  const facts = readDeliveryFacts(reader, policy, now);
  const environments = wantedEnvironments(readTimelines(reader, policy), policy, options.environment);
  const told = environments.map((each) => toldDelivery(each, asked, facts, policy));
  tell(told, policy, out);
  return 0;
}

function toldDelivery(
  { id, timeline }: EnvironmentTimeline,
  asked: Asked,
  facts: DeliveryFacts,
  policy: Policy,
): ToldDelivery {
  const clock = productClock(policy.timeZone);
  const period = periodOf({ timeline, now: asked.to }, asked, clock);
  const head = { environment: id, production: isProduction(id, policy) };
  const to = toInstant(asked.to);
  if (period === null) return { ...head, from: null, to, metrics: null, cadence: null };
  const log = deliveryLog(timeline, facts);
  return {
    ...{ ...head, from: toInstant(period.from), to },
    metrics: toldMetrics(deliveryMetrics(log, period, clock)),
    cadence: toldCadence(cadenceKept(log, period, policy, clock)),
  };
}

function tell(environments: readonly ToldDelivery[], { product, timeZone }: Policy, out: Console): void {
  if (out.json) out.result({ product, timeZone, environments });
  else {
    const when = (time: string): string => toldTime(time, timeZone);
    out.print(`${product}\n${environments.map((each) => deliveryText(each, when)).join('')}`);
  }
}

function askedPeriod({ from, to }: DeliveryOptions, { timeZone }: Policy, now: string): Asked {
  const read = (text: string, option: string): string =>
    readTime(text, { option, timeZone, now, timeOfDay: '00:00' });
  const end = to === undefined ? now : read(to, '--to');
  if (end > now) throw new Fault(`--to ${to} is still to come`, { hint: 'Ask about a time that has been.' });
  const begin = from === undefined ? null : read(from, '--from');
  if (begin !== null && begin >= end)
    throw new Fault(`--from ${from} is not before the end of the period, ${end}`, {
      hint: 'Figures are from --from until --to.',
    });
  return { from: begin === null ? null : Date.parse(begin), to: Date.parse(end) };
}

function wantedEnvironments(
  all: readonly EnvironmentTimeline[],
  policy: Policy,
  wanted: string | undefined,
): EnvironmentTimeline[] {
  if (all.length === 0)
    throw new Fault(`${policy.product} has no environments`, {
      hint: 'Write "environments:" into policy.md, production last.',
    });
  const isRecorded = all.some(({ id }) => id === wanted);
  const only = wanted === undefined || isRecorded ? wanted : knownEnvironment(wanted, policy).id;
  const place = ({ id }: EnvironmentTimeline): number => (isProduction(id, policy) ? 0 : 1);
  return all.filter(({ id }) => only === undefined || id === only).sort((a, b) => place(a) - place(b));
}

/** Null where nothing is recorded before its end. */
function periodOf(record: OnRecord, { from }: Asked, clock: ProductClock): Period | null {
  if (record.timeline.length === 0) return null;
  const period = from === null ? spanOfMonths(record, clock) : spanFrom(from, record, clock);
  return period.from < period.until ? period : null;
}

function isProduction(id: string, { environments }: Policy): boolean {
  return environments.some((environment) => environment.id === id && environment.production);
}
