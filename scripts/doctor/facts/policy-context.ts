import { productClock, toInstant } from '../../../src/history/product-clock.ts';
import { type Roster, rosterOf } from '../../../src/verdict/roster.ts';
import type { FiledPolicy, ProductFacts } from './product-facts.ts';

/** What checks of a policy look at. */
export interface PolicyContext {
  product: ProductFacts;
  policy: FiledPolicy;
  roster: Roster;
  /** Today, on the product's clock. */
  today: string;
  /** A day so many days from today. */
  dayIn(days: number): string;
}

const DAY = 86_400_000;

/** What checks of a policy look at; null for a product without a policy that can be read. */
export function policyContext(product: ProductFacts, now: string): PolicyContext | null {
  const { policy } = product;
  if (policy === null) return null;
  const clock = productClock(policy.data.timeZone);
  const dayIn = (days: number): string => clock.dayOf(toInstant(Date.parse(now) + days * DAY));
  return { product, policy, roster: rosterOf(policy.data), today: dayIn(0), dayIn };
}
