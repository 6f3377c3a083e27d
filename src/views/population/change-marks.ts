import type { MarkView } from '../mark-view.ts';
import type { ChangeRow } from './change-row.ts';

type Evidence = ChangeRow['onRevision'] | ChangeRow['approvedBefore'] | ChangeRow['tests'];

/** Whether something holds, in a mark and a word. */
export const EVIDENCE_MARKS: Record<Evidence, MarkView> = {
  yes: { kind: 'good', mark: '✓', text: 'yes' },
  no: { kind: 'danger', mark: '✗', text: 'no' },
  unproven: { kind: 'caution', mark: '?', text: 'unproven' },
  'none needed': { kind: 'quiet', mark: '–', text: 'not needed' },
  'same files': { kind: 'good', mark: '≈', text: 'same files' },
  passed: { kind: 'good', mark: '✓', text: 'passed' },
  failed: { kind: 'danger', mark: '✗', text: 'failed' },
};

/** How a deployment ended. */
export const OUTCOME_MARKS: Record<ChangeRow['result'], MarkView> = {
  succeeded: { kind: 'good', mark: '✓', text: 'succeeded' },
  failed: { kind: 'danger', mark: '✗', text: 'failed' },
  running: { kind: 'quiet', mark: '◷', text: 'running' },
  unproven: { kind: 'caution', mark: '?', text: 'unproven' },
};

/** Whether a change was taken back; null where it was not. */
export const ROLLBACK_MARKS: Record<ChangeRow['rolledBack'], MarkView | null> = {
  yes: { kind: 'caution', mark: '↶', text: 'rolled back' },
  failed: { kind: 'danger', mark: '✗', text: 'rollback failed' },
  unproven: { kind: 'caution', mark: '?', text: 'rollback unproven' },
  no: null,
};

/** The type of a change: an emergency calls for a look. */
export const TYPE_MARKS: Record<ChangeRow['type'], MarkView> = {
  normal: { kind: 'quiet', mark: '●', text: 'normal' },
  standard: { kind: 'quiet', mark: '○', text: 'standard' },
  emergency: { kind: 'danger', mark: '⚡', text: 'emergency' },
  unproven: { kind: 'caution', mark: '?', text: 'unproven' },
};
