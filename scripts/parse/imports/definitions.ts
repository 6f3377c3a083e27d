const DEFINITION = /^ {0,3}\[((?:[^\][\\\n]|\\.)+)\]:[ \t]*\S.*$/;
const LABEL = /\[((?:[^\][\\\n]|\\.)+)\]/g;

/** Link definitions of a text by their names; the first of a name counts, as CommonMark has it. */
export function definitionsIn(lines: readonly string[]): Map<string, string> {
  const definitions = new Map<string, string>();
  for (const line of lines) {
    const name = DEFINITION.exec(line)?.[1];
    if (name !== undefined && !definitions.has(keyOf(name))) definitions.set(keyOf(name), line.trim());
  }
  return definitions;
}

/** The definitions that a text names, in the order of their use. */
export function definitionsUsed(text: string, definitions: ReadonlyMap<string, string>): string[] {
  if (definitions.size === 0) return [];
  const used = [...text.matchAll(LABEL)].map(([, name = '']) => definitions.get(keyOf(name)));
  return [...new Set(used.filter((line) => line !== undefined))];
}

function keyOf(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
