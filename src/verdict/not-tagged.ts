import { type Finding, finding } from './control.ts';
import type { Dossier } from './dossier.ts';

/** What is asked of a release's history cannot be answered before its tag says what it is. */
export function notTaggedYet({ version, opening }: Dossier): Finding {
  const text = `${version} has no tag yet: what it holds is not known`;
  return finding([], [{ text, record: opening?.path ?? null }], []);
}
