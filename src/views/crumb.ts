/** One step of the way to a page; the last one is the page itself. */
export interface Crumb {
  text: string;
  href?: string;
}
