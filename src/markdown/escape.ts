/** Markdown that would start a block at the beginning of a line. */
const BLOCK_START = /^(?:[-+*>]|#{1,6}(?=\s|$)|\d+[.)]|\||={3,}|~{3,}|`{3,})/;

/**
 * Makes one line of foreign text safe inside a bullet: HTML, links, images, emphasis and id marks become plain
 * characters; code between balanced single backticks stays code.
 */
export function escapeInline(text: string): string {
  const parts = text.replace(/\s+/g, ' ').trim().split('`');
  const balanced = parts.length % 2 === 1;
  const escaped = parts.map((part, index) => (balanced && index % 2 === 1 ? part : escapePlain(part)));
  return escaped
    .join(balanced ? '`' : '\\`')
    .replace(BLOCK_START, (start) => `\\${start}`)
    .replace(/^\\(\d+)([.)])/, '$1\\$2');
}

/** All that is written otherwise below has one of these: most words have none. */
const SPECIAL = /[\\<>[\]*~|_&{]|:\/\/|www\./i;

function escapePlain(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(/[\\<>[\]*~|]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\{(?=#)/g, '\\{')
    .replace(/(https?):\/\//gi, '$1\\://')
    .replace(/www\./gi, (start) => start.replace('.', '\\.'));
}
