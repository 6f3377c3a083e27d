/** The paths that validation takes, the cheapest first. */
const PATHS = ['linter', 'kind', 'cluster'] as const;

/** The path that some texts name, where they name one only. */
export function pathNamedIn(texts: readonly string[]): string | undefined {
  const words = new Set(texts.flatMap((text) => text.toLowerCase().split(/[^a-z]+/)));
  const named = PATHS.filter((path) => words.has(path));
  return named.length === 1 ? named[0] : undefined;
}
