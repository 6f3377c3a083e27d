import { checkOnClick } from './check-on-click.ts';

// Comfort only: the page says the same without it, and how to check by hand.
checkOnClick();
