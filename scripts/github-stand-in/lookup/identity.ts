/** An opaque id of a thing: its kind's letters, then what it is, in base 64. */
export function nodeId(kind: string, ...parts: (string | number)[]): string {
  return `${kind}_${Buffer.from(parts.join('#')).toString('base64url')}`;
}

/** What an id says; undefined for one of another kind. */
export function partsOf(kind: string, id: string): string[] | undefined {
  if (!id.startsWith(`${kind}_`)) return undefined;
  return Buffer.from(id.slice(kind.length + 1), 'base64url')
    .toString()
    .split('#');
}

/** A positive number made of a text, always the same (FNV-1a, 31 bits). */
export function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 1) + 1;
}
