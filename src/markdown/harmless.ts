/** Control characters but tab and line feed, and the characters that turn the direction of text around them. */
const DANGEROUS = /(?![\n\t])[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Text without characters that could disguise it: for customers. */
export function harmless(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(DANGEROUS, '');
}

/** Text with such characters spelled out, as "⟨U+202E⟩": for auditors, who must see that they were there. */
export function spelledOut(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(DANGEROUS, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `⟨U+${code}⟩`;
  });
}
