import type { Maturity } from '../records/note.ts';

/** A word that customers have to know: nobody is told that a feature is stable. */
export type EarlyMaturity = Exclude<Maturity, 'stable'>;

/** The word of an entry: that of its least mature change. */
export function maturityOf(entries: readonly { maturity?: Maturity | undefined }[]): EarlyMaturity | null {
  const words = new Set(entries.map(({ maturity }) => maturity));
  if (words.has('alpha')) return 'alpha';
  return words.has('beta') ? 'beta' : null;
}
