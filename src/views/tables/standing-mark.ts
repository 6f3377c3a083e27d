import type { ReleaseStanding } from '../../notes/tables/weaknesses.ts';
import type { MarkView } from '../mark-view.ts';

const MARKS: Record<ReleaseStanding, Pick<MarkView, 'kind' | 'mark'>> = {
  affected: { kind: 'danger', mark: '⊘' },
  fixed: { kind: 'good', mark: '✓' },
  never: { kind: 'quiet', mark: '–' },
};

/** How a release stands to a vulnerability: mark and colour beside the words that are given. */
export function standingMark(standing: ReleaseStanding, texts: Record<ReleaseStanding, string>): MarkView {
  return { ...MARKS[standing], text: texts[standing] };
}
