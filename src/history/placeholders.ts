const PLACEHOLDER = /\b(?:TODO|TBD|FIXME|XXX)\b|\blorem ipsum\b|\{\{[^}]*\}\}|^\s*(?:\.{3}|…)\s*$/m;

/** The first mark of a template that nobody filled in; null where there is none. Give it prose: code may say such things. */
export function placeholderIn(prose: string): string | null {
  return PLACEHOLDER.exec(prose)?.[0].trim() ?? null;
}
