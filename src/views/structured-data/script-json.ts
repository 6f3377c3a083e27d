/** JSON that may stand in a script element, whatever its texts hold: they cannot end the element. */
export function scriptJson(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
