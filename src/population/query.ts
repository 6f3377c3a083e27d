/** The environments of one product that are asked about; none for a product that has no production. */
export interface QueriedProduct {
  product: string;
  environments: readonly string[];
}

/** Which changes are asked for. A deployment is of the period in which it began by its record. */
export interface PopulationQuery {
  /** RFC 3339 in UTC; the first moment of the period. */
  from: string;
  /** The moment at which it ends, which is not in it any more. */
  to: string;
  /** By product id; each once. */
  products: readonly QueriedProduct[];
}

/** The query with everything in one order, so that the same question is always written in the same way. */
export function normalisedQuery({ from, to, products }: PopulationQuery): PopulationQuery {
  const sorted = products.map(({ product, environments }) => ({
    product,
    environments: [...new Set(environments)].sort(),
  }));
  return { from, to, products: sorted.sort((a, b) => (a.product < b.product ? -1 : 1)) };
}

/** A normalised query in one line, without a comma: "from=… to=… product=director environment=director/production". */
export function queryText({ from, to, products }: PopulationQuery): string {
  const asked = products.flatMap(({ product, environments }) => [
    `product=${product}`,
    ...environments.map((environment) => `environment=${product}/${environment}`),
  ]);
  return [`from=${from}`, `to=${to}`, ...asked].join(' ');
}

/** Whether something that is told to have happened at an instant is of the period. */
export function isWithin(instant: string, { from, to }: Pick<PopulationQuery, 'from' | 'to'>): boolean {
  return instant >= from && instant < to;
}
