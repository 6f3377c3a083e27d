import type { APIRoute } from 'astro';
import { readExceptions } from '../content/control-results.ts';
import { allExceptionsCsv } from '../views/exceptions/all-exceptions-csv.ts';

/** Everything that somebody has to answer for, over all products. */
export const GET: APIRoute = () => new Response(allExceptionsCsv(readExceptions()));
