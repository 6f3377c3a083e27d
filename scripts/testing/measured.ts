import type { ToldDelivery } from '../deployments/told-delivery.ts';
import { type DeliveryOptions, delivery } from '../verbs/delivery.ts';
import { type Answer, answerOf } from './answer.ts';
import { NOW } from './deployed.ts';
import type { TestLedger } from './test-ledger.ts';

/** What `ledger delivery --json` tells. */
export interface Measured {
  product: string;
  timeZone: string;
  environments: ToldDelivery[];
}

/** Runs `ledger delivery` on the evening of the release. */
export function tryDelivery(
  { content, product }: TestLedger,
  more: Partial<DeliveryOptions> = {},
  json = false,
): Promise<Answer> {
  return answerOf((console) => delivery({ content, product, now: NOW, ...more }, console), { json });
}

/** Runs `ledger delivery` to its good end, and gives what it tells. */
export async function measured(ledger: TestLedger, more: Partial<DeliveryOptions> = {}): Promise<Measured> {
  const { code, printed, said } = await tryDelivery(ledger, more, true);
  if (code !== 0) throw new Error(said);
  return JSON.parse(printed) as Measured;
}
