import type { Evidence } from '../records/stage-report.ts';

/** Endings of files that are no text. */
const PACKED = /\.(?:tgz|gz|zip|zst|tar)$/;

/** The name of a file of evidence in its dossier: its digest, and the ending that it was given with. */
export function evidenceName({ digest, name }: Pick<Evidence, 'digest' | 'name'>): string {
  const ending = /\.(?:tar\.)?[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';
  return `${digest.slice('sha256:'.length)}${ending}`;
}

/**
 * The name under which evidence is served: with ".txt" behind it, so that a browser shows a stranger's report as text
 * and runs nothing of it. Its bytes are the same.
 */
export function servedName(file: string): string {
  return PACKED.test(file) ? file : `${file}.txt`;
}
