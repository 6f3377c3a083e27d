const TAG = /<(?:"[^"]*"|'[^']*'|[^'">])*>/g;
const INLINE = /<\/?(?:a|code|del|em|strong)(?:\s(?:"[^"]*"|'[^']*'|[^'">])*)?>/g;
const REFERENCE = /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of HTML that was sanitised and written by us, in one line. */
export function wordsOfHtml(html: string): string {
  const text = html.replace(INLINE, '').replace(TAG, ' ').replace(REFERENCE, character);
  return text.replace(/\s+/g, ' ').trim();
}

function character(_: string, hexadecimal?: string, decimal?: string, name = ''): string {
  if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
  if (decimal !== undefined) return String.fromCodePoint(Number.parseInt(decimal, 10));
  return NAMED[name.toLowerCase()] ?? '';
}
