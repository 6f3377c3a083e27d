import type { WeaknessSeverity } from '../../records/note.ts';
import type { MarkView } from '../mark-view.ts';
import { TEXTS } from '../texts.ts';

const MARKS: Record<WeaknessSeverity, Pick<MarkView, 'kind' | 'mark'>> = {
  critical: { kind: 'danger', mark: '▲▲' },
  high: { kind: 'danger', mark: '▲' },
  medium: { kind: 'caution', mark: '◆' },
  low: { kind: 'quiet', mark: '▽' },
};

/** How bad a vulnerability is: word, mark and colour. */
export function severityMark(severity: WeaknessSeverity | null): MarkView {
  const words = TEXTS.tables.security;
  if (severity === null) return { kind: 'quiet', mark: '–', text: words.notRated };
  return { ...MARKS[severity], text: words.severities[severity] };
}
