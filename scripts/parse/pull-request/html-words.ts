/** Elements that only lay text out: their tags go, their words stay. */
const KNOWN = new Set(
  `a abbr b big blockquote br center code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr i img
  ins kbd li ol p picture pre q s samp small source span strike strong sub summary sup table tbody td
  tfoot th thead tr tt u ul var video`.split(/\s+/),
);
const TAG = /<\/?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?\/?>/g;

/**
 * The words of a piece of HTML: comments and the tags of layout go, an image leaves its description, and
 * anything else is shown as it is written, as `<name>` in a text about commands must be.
 */
export function htmlWords(html: string): string {
  return withoutHtmlComments(html).replace(TAG, (tag, name: string) => {
    if (!KNOWN.has(name.toLowerCase())) return tag;
    return name.toLowerCase() === 'img' ? (/\salt\s*=\s*"([^"]*)"/i.exec(tag)?.[1] ?? '') : '';
  });
}

/** Takes comments out of a text; one that nobody closed goes to the end. */
export function withoutHtmlComments(text: string): string {
  let [kept, from] = ['', 0];
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', from)) {
    kept += text.slice(from, start);
    const end = text.indexOf('-->', start + 4);
    if (end < 0) return kept;
    from = end + 3;
  }
  return kept + text.slice(from);
}
