/** Elements that rows fill on a page: twice as many, with the frame around them, stay below 2,500. */
export const ROOM = 950;
/** Characters of HTML that weigh as much as an element: text costs bytes, not elements. */
const CHARACTERS = 90;

/** How much room HTML takes on a page: its elements, or its length where that is worse. */
export function weightOf(html: string): number {
  return Math.max(html.split(/<[a-z]/).length - 1, Math.ceil(html.length / CHARACTERS));
}
