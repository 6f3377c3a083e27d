/** An entry's first sentence, without the ids that stand in front of it: "CVE-2026-1: Check …" → "Check …". */
export function shortTitle(title: string, ids: readonly string[]): string {
  let rest = title;
  for (const id of ids) if (rest.startsWith(id)) rest = rest.slice(id.length).replace(/^[\s,;:–—-]+/, '');
  const [, sentence] = /^(.{12,}?[.!?])\s+\p{Lu}/u.exec(rest) ?? [];
  return sentence ?? (rest === '' ? title : rest);
}
