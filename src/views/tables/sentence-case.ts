/** HTML whose first word is plain text begins with a capital: what stood behind "Workaround:" is a sentence of its own now. */
export function sentenceCase(html: string): string {
  return html.replace(/^<p>\p{Ll}/u, (start) => start.toLocaleUpperCase('en').replace('<P>', '<p>'));
}
