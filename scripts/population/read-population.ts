import { type Population, populationOf } from '../../src/population/population.ts';
import type { ProductRecords } from '../../src/population/product-records.ts';
import { remembered } from '../../src/verdict/remembered.ts';
import { LedgerReader } from '../store/read.ts';
import { type AskedPopulation, askedQuery } from './asked-query.ts';
import { readProductRecords } from './product-records.ts';

/** A population, and the records that it was made of. */
export interface ReadPopulation {
  population: Population;
  recordsOf(product: string): ProductRecords;
}

/** Reads the changes of a period. Throws a Fault where the question makes no sense. */
export function readPopulation(content: string, asked: AskedPopulation): ReadPopulation {
  const reader = new LedgerReader(content);
  const query = askedQuery(asked, reader);
  const recordsOf = remembered((product) => readProductRecords(reader, product, query.to));
  return { population: populationOf(query, recordsOf), recordsOf };
}
