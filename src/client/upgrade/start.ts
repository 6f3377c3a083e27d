import { upgradeOnPage } from './upgrade-on-page.ts';

// Comfort only: what came up to each version has pages without this file.
upgradeOnPage();
