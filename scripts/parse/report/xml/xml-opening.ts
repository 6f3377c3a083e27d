/** An XML document's root element as it opens. */
export interface Opening {
  name: string;
  /** What stands in its tag behind its name. */
  attributes: string;
  /** What stands before it: declaration, comments, document type. */
  prolog: string;
}

const ROOT = /<([^\s/>!?"'<=]+)([^>]*)/y;

/** The root element of a text; nothing where it does not begin as XML does. */
export function rootOf(text: string): Opening | undefined {
  const at = startOfRoot(text);
  if (at === undefined) return undefined;
  ROOT.lastIndex = at;
  const [, name, attributes] = ROOT.exec(text) ?? [];
  if (name === undefined) return undefined;
  return { name, attributes: attributes ?? '', prolog: text.slice(0, at) };
}

const BLANK = /\s*/y;

function startOfRoot(text: string): number | undefined {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    BLANK.lastIndex = at;
    BLANK.test(text);
    const start = BLANK.lastIndex;
    const end = endOfMarkup(text, start);
    if (end === start) return start;
    if (end === undefined) return undefined;
    at = end;
  }
}

/** The end of a declaration, comment or document type; where something else begins, its beginning. */
function endOfMarkup(text: string, at: number): number | undefined {
  if (text.startsWith('<?', at)) return behind(text, '?>', at);
  if (text.startsWith('<!--', at)) return behind(text, '-->', at + 4);
  return text.startsWith('<!DOCTYPE', at) ? endOfDocumentType(text, at) : at;
}

function behind(text: string, mark: string, from: number): number | undefined {
  const at = text.indexOf(mark, from);
  return at < 0 ? undefined : at + mark.length;
}

function endOfDocumentType(text: string, at: number): number | undefined {
  const subset = text.indexOf('[', at);
  const end = text.indexOf('>', at);
  if (subset < 0 || (end >= 0 && end < subset)) return end < 0 ? undefined : end + 1;
  const close = text.indexOf(']', subset);
  return close < 0 ? undefined : behind(text, '>', close);
}
