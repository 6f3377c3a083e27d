import type { APIRoute } from 'astro';
import { readPopulation, readRows } from '../content/population.ts';
import { changesData } from '../views/population/changes-data.ts';
import { packChanges } from '../views/population/packed-changes.ts';
import { WHOLE_POPULATION } from '../views/population/scope.ts';

/** All production changes in short, for the filter and the sample. */
export const GET: APIRoute = () => {
  const population = { ...readPopulation(WHOLE_POPULATION), rows: readRows(WHOLE_POPULATION) };
  return new Response(JSON.stringify(packChanges(changesData(population))));
};
