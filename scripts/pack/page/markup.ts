/** A piece of HTML whose values were escaped. */
export interface Markup {
  readonly html: string;
}

/** What may stand in a piece of HTML: text is escaped, nothing else is taken for HTML than what `markup` made. */
export type Value = string | number | null | undefined | Markup | readonly Value[];

/** Marks that change the direction of text, and characters that show nothing: text has to read as it is. */
const HARMFUL =
  /(?![\n\t])[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A piece of HTML from a template. */
export function markup(texts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { html: texts.map((text, index) => text + htmlOf(values[index])).join('') };
}

/** Text as HTML has it: harmful characters are spelled out, as "⟨U+202E⟩". */
export function escapeHtml(text: string): string {
  return text.replace(HARMFUL, spelledOut).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function htmlOf(value: Value): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return 'html' in value ? value.html : value.map(htmlOf).join('');
}

function spelledOut(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
