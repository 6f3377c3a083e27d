/** Releases that fill a page: twice as many, with the policy, stay below 2,500 DOM nodes. */
export const RELEASES_PER_PAGE = 50;
