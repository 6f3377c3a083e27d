import { startFilter } from './population/start-filter.ts';

// Comfort only: each month and each product has a page and a file without this one.
startFilter();
