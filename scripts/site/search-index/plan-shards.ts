import { hash } from 'node:crypto';
import { idsOf } from '../../../src/notes/search/found-items.ts';
import { type PublishedProduct, readRelease } from './read-edition.ts';
import type { MonthFacts, SeenMonths } from './seen-months.ts';
import { SPAN_LIMITS, type SpanLimits, spansOf } from './spans.ts';

/** A shard to be made. Its name holds a digest of all that decides its bytes. */
export interface ShardPlan {
  name: string;
  product: PublishedProduct;
  months: readonly string[];
  /** Ids of finals of other months that repeat what prereleases of these ones say; null for what is not published. */
  finals: ReadonlyMap<string, readonly string[] | null>;
}

/** The shards of an edition, each product's oldest first. `code` stands for the code that makes them. */
export async function planShards(
  edition: string,
  products: readonly PublishedProduct[],
  seen: SeenMonths,
  code: string,
  limits: SpanLimits = SPAN_LIMITS,
): Promise<ShardPlan[]> {
  const plans: ShardPlan[] = [];
  for (const product of products) {
    const facts = new Map<string, MonthFacts>();
    for (const month of new Set(product.months.values())) facts.set(month, seen.of(product.id, month));
    for (const span of spansOf([...facts.values()], limits))
      plans.push(
        await planShard(
          edition,
          product,
          span.flatMap((month) => facts.get(month) ?? []),
          code,
        ),
      );
  }
  return plans;
}

async function planShard(
  edition: string,
  product: PublishedProduct,
  span: readonly MonthFacts[],
  code: string,
): Promise<ShardPlan> {
  const months = span.map(({ month }) => month);
  const finals = new Map<string, string[] | null>();
  for (const version of new Set(span.flatMap(({ foldedInto }) => foldedInto))) {
    const month = product.months.get(version);
    if (month === undefined) finals.set(version, null);
    else if (!months.includes(month))
      finals.set(version, idsOf(await readRelease(edition, product.id, version)));
  }
  const { id, name, modules } = product;
  const made = [code, id, name, modules, span.map(({ month, digest }) => [month, digest]), [...finals]];
  const digest = hash('sha256', JSON.stringify(made));
  return { name: `${id}-${digest.slice(0, 16)}`, product, months, finals };
}
