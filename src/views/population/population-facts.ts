import type { PopulationQuery } from '../../population/query.ts';
import { queryText } from '../../population/query.ts';
import { codePart, type FactView, factsOf, textPart } from '../fact-view.ts';
import { POPULATION } from '../population-texts.ts';
import { momentOf } from '../time-view.ts';
import { populationCommand } from './command-lines.ts';
import type { PopulationScope } from './scope.ts';

/** A population as its facts name it. */
export interface NamedPopulation {
  scope: PopulationScope;
  query: PopulationQuery;
  digest: string;
}

/** What was asked, what names the answer, and how anybody asks again. */
export function populationFacts({ scope, query, digest }: NamedPopulation): FactView[] {
  const { facts } = POPULATION;
  const { product } = scope;
  return factsOf(
    [facts.period, textPart(periodText(query))],
    [facts.query, codePart(queryText(query))],
    [facts.digest, codePart(digest)],
    [facts.command, codePart(populationCommand({ from: query.from, to: query.to, product }))],
  );
}

function periodText({ from, to }: PopulationQuery): string {
  return POPULATION.until(momentOf(from, 'UTC').shown, momentOf(to, 'UTC').shown);
}
