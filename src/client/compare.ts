import { compareOnPage } from './compare/compare-on-page.ts';

// Comfort only: each release beside the one before it has a page without this file.
compareOnPage();
