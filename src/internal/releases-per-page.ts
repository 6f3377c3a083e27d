/** Rows of a product's table of releases on one page: its policy stands beside the first of them. */
export const RELEASES_PER_PAGE = 60;
