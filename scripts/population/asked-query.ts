import type { PopulationQuery, QueriedProduct } from '../../src/population/query.ts';
import { Fault, type Policy } from '../../src/records/index.ts';
import { dayAfter, readTime } from '../dossier/opening/product-time.ts';
import { deployedEnvironments } from '../store/deployment-records.ts';
import type { LedgerReader } from '../store/read.ts';

/** What both verbs are asked for. */
export interface AskedPopulation {
  from: string;
  to: string;
  /** All products where none is named. */
  product?: string;
  /** All environments that customers use where none is named. */
  environment?: string;
}

/**
 * Reads the period on the products' clock, and finds the environments. Throws a Fault for a period that ends before it
 * begins, for a day where products have different clocks, and for an environment that no product has.
 */
export function askedQuery(asked: AskedPopulation, reader: LedgerReader): PopulationQuery {
  const ids = asked.product === undefined ? reader.products() : [asked.product];
  const policies = ids.map((id) => reader.knownPolicy(id).policy);
  const products = policies.map((policy) => ({
    product: policy.product,
    environments: environmentsOf(policy, asked.environment, reader),
  }));
  return { ...periodOf(asked, policies), products: withEnvironment(products, asked.environment) };
}

function periodOf(
  { from, to }: AskedPopulation,
  policies: readonly Policy[],
): Pick<PopulationQuery, 'from' | 'to'> {
  const [first] = policies;
  if (first === undefined)
    throw new Fault('the ledger has no products', { hint: 'Name another one with --content.' });
  const period = { from: timeOf('--from', from, policies), to: timeOf('--to', lastDay(to), policies) };
  if (period.from < period.to) return period;
  throw new Fault(`the period ends at ${period.to}, and begins at ${period.from}`, {
    hint: 'Write --from before --to. A day that --to names is part of the period.',
  });
}

/** A day is in the period whole; a time is where it ends. */
function lastDay(to: string): string {
  const day = to.trim();
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
  return isDay ? dayAfter(day, 1) : to;
}

/** The same words are another moment on another clock: then only an offset says what is meant. */
function timeOf(option: string, text: string, policies: readonly Policy[]): string {
  const times = policies.map(({ timeZone }) =>
    // No clock has a say: without a day there is no time, whatever day it is.
    readTime(withDay(text, option), {
      option,
      timeZone,
      now: '1970-01-01T00:00:00+00:00',
      timeOfDay: '00:00',
    }),
  );
  const [time = ''] = times;
  if (times.every((each) => each === time)) return time;
  throw new Fault(`${option} ${text} is not the same moment for all products: their clocks differ`, {
    hint: 'Write it with its offset, as 2026-02-03T00:00:00+05:30, or name one --product.',
  });
}

function withDay(text: string, option: string): string {
  if (/^\s*\d{4}-\d{2}-\d{2}/.test(text)) return text;
  throw new Fault(`${option} ${text}: expected a day or a time of a day`, {
    hint: 'Write it as 2026-02-03 or 2026-02-03T17:00.',
  });
}

/** Customers may have used what the policy does not know any more: leaving it out would hide it. */
function environmentsOf(policy: Policy, wanted: string | undefined, reader: LedgerReader): string[] {
  const known = policy.environments.map(({ id }) => id);
  const forgotten = deployedEnvironments(reader.content, policy.product).filter((id) => !known.includes(id));
  if (wanted !== undefined) return [...known, ...forgotten].filter((id) => id === wanted);
  return [...policy.environments.filter(({ production }) => production).map(({ id }) => id), ...forgotten];
}

function withEnvironment(products: QueriedProduct[], wanted: string | undefined): QueriedProduct[] {
  if (wanted === undefined) return products;
  const having = products.filter(({ environments }) => environments.length > 0);
  if (having.length > 0) return having;
  throw new Fault(`no product that is asked about has an environment "${wanted}"`, {
    hint: 'Environments are in each product’s policy.md. Without --environment, all that customers use are taken.',
  });
}
