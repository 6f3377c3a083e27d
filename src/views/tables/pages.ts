/** Elements that rows may fill on one page: with the frame around them it stays below 2,500. */
export const ROOM = 1900;
/** Characters of HTML that weigh as much as an element: text costs bytes, not elements. */
const CHARACTERS = 90;

/** How much room HTML takes on a page: its elements, or its length where that is worse. */
export function weightOf(html: string): number {
  return Math.max(html.split(/<[a-z]/).length - 1, Math.ceil(html.length / CHARACTERS));
}

/** Cuts rows into pages by their weight; an empty list makes one empty page, a row heavier than a page one of its own. */
export function pagesByWeight<Row>(
  rows: readonly Row[],
  weightOfRow: (row: Row) => number,
  room = ROOM,
): Row[][] {
  const pages: Row[][] = [[]];
  let left = room;
  for (const row of rows) {
    const weight = weightOfRow(row);
    if (weight > left && pages.at(-1)?.length !== 0) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(row);
    left -= weight;
  }
  return pages;
}

/** Numbers of the pages that follow the first. */
export function furtherPages(pages: readonly unknown[]): number[] {
  return pages.flatMap((_, index) => (index === 0 ? [] : [index + 1]));
}
