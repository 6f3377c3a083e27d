/** Bytes of a page without its list, and of a row of it, as the templates of site.txt write them. */
const PAGE = { frame: 2350, row: 290 };
const RELEASE = { frame: 4150, entry: 330, row: 190 };
const DOCUMENT = { frame: 60, row: 160 };

/** How many rows make a list about as large as a page of so many bytes. */
export function pageRows(bytes: number): number {
  return rowsOf(bytes - PAGE.frame, PAGE.row);
}

/** How many versions beside a release make its page about as large. */
export function releaseRows(bytes: number, entries: number): number {
  return rowsOf(bytes - RELEASE.frame - entries * RELEASE.entry, RELEASE.row);
}

/** How many entries make a feed or a JSON document about as large. */
export function documentRows(bytes: number): number {
  return rowsOf(bytes - DOCUMENT.frame, DOCUMENT.row);
}

function rowsOf(bytes: number, row: number): number {
  return Math.max(0, Math.round(bytes / row));
}
