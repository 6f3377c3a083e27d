/** An anchor for a record by its file's name, as "vote-qa-dana-ito". */
export function anchorOf(kind: 'vote' | 'checklist' | 'waiver' | 'attempt', path: string): string {
  const name = path.replace(/^.*\//, '').replace(/\.md$/, '');
  return `${kind}-${name.replace(/[^A-Za-z0-9._-]/g, '-')}`;
}
