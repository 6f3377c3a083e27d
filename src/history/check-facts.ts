import type { CHECK_CONCLUSIONS, Check } from '../records/pull-request.ts';

/** What a check's end means for whoever relies on it. */
export type CheckOutcome = 'failed' | 'open' | 'not run' | 'passed';

/** Checks with one outcome. */
export interface CheckGroup {
  outcome: CheckOutcome;
  checks: Check[];
}

/** "Neutral" and "skipped" let a merge through and prove nothing. */
const OUTCOMES: Record<(typeof CHECK_CONCLUSIONS)[number], CheckOutcome> = {
  success: 'passed',
  failure: 'failed',
  neutral: 'not run',
  cancelled: 'failed',
  skipped: 'not run',
  'timed-out': 'failed',
  'action-required': 'failed',
  stale: 'open',
  'startup-failure': 'failed',
  error: 'failed',
  pending: 'open',
};

const BY_URGENCY: readonly CheckOutcome[] = ['failed', 'open', 'not run', 'passed'];

/** Checks by their outcome, failing ones first; groups without a check are left out. */
export function checkGroups(checks: readonly Check[]): CheckGroup[] {
  return BY_URGENCY.map((outcome) => ({
    outcome,
    checks: checks.filter(({ conclusion }) => OUTCOMES[conclusion] === outcome),
  })).filter((group) => group.checks.length > 0);
}
