/** Rows of a product's table of releases on one page. */
export const RELEASES_PER_PAGE = 120;
