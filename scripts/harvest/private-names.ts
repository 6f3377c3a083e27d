/**
 * Makes a function that takes the names of private repositories out of a note's markdown: addresses, references such
 * as "owner/name#12", and the bare name. Customers learn that something internal is meant, not what.
 */
export function withoutPrivate(names: readonly string[]): (markdown: string) => string {
  const patterns = names.map(written);
  const replacements = patterns.flatMap((name): [RegExp, string][] => [
    [
      new RegExp(`\`?https?\\\\?:\\/\\/[^\\s<>()\\[\\]\`]*${name}(?![\\w-])[^\\s<>()\\[\\]\`]*\`?`, 'giu'),
      '(internal link)',
    ],
    [new RegExp(`(?<![\\w/-])${name}\\\\?#\\d+`, 'giu'), '(internal reference)'],
    [new RegExp(`(?<![\\w/-])${name}(?![\\w-])`, 'giu'), '(internal repository)'],
  ]);
  return (markdown) =>
    replacements.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), markdown);
}

/** A name as markdown may write it: with backslashes before what could mean something. */
function written(name: string): string {
  return [...name].map((character) => `\\\\?${character.replace(/[.*+?^${}()|[\]\\/]/, '\\$&')}`).join('');
}
