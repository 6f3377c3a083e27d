import type { APIRoute } from 'astro';
import { readPopulation } from '../content/population.ts';
import { changesData } from '../views/population/changes-data.ts';
import { packChanges } from '../views/population/packed-changes.ts';
import { WHOLE_POPULATION } from '../views/population/scope.ts';

/** All production changes in short, for the filter and the sample. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(packChanges(changesData(readPopulation(WHOLE_POPULATION)))));
