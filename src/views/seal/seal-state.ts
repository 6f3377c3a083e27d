import type { MarkView } from '../mark-view.ts';
import { SEAL } from '../seal-texts.ts';
import { isAlarm } from './odd-files.ts';
import type { CheckedSeal } from './stored-seal.ts';

/** In one sentence, whether what some seals fix is as it was sealed. */
export function sealState(seals: readonly CheckedSeal[]): MarkView {
  const files = seals.reduce((sum, { seal }) => sum + seal.files.length, 0);
  const odd = seals.flatMap((seal) => seal.odd);
  const alarms = odd.filter(isAlarm).length;
  if (seals.some(({ isListed }) => !isListed)) return { kind: 'danger', mark: '✗', text: SEAL.unlisted };
  if (alarms > 0 || seals.some(({ isSound }) => !isSound))
    return { kind: 'danger', mark: '✗', text: SEAL.broken(alarms) };
  return odd.length > 0
    ? { kind: 'caution', mark: '▲', text: SEAL.redacted(files, odd.length) }
    : { kind: 'good', mark: '✓', text: SEAL.sound(files) };
}
