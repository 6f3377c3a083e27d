import type { DeprecationState } from '../../notes/tables/deprecations.ts';
import type { MarkView } from '../mark-view.ts';
import { TEXTS } from '../texts.ts';

const MARKS: Record<DeprecationState, Pick<MarkView, 'kind' | 'mark'>> = {
  due: { kind: 'danger', mark: '!' },
  announced: { kind: 'caution', mark: '◷' },
  removed: { kind: 'quiet', mark: '✕' },
  revoked: { kind: 'good', mark: '↺' },
};

/** How far a deprecation is: word, mark and colour. */
export function deprecationMark(state: DeprecationState): MarkView {
  return { ...MARKS[state], text: TEXTS.tables.deprecations.states[state] };
}
