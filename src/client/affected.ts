import { startAsking } from './tables/ask-affected.ts';

// Comfort only: each vulnerability has a page that answers for every release without this one.
startAsking();
