import type { Policy } from '../../src/records/index.ts';
import type { ReleasedChange } from './account.ts';
import { subjectOf } from './change-text.ts';

/** Keeps out of the note what a rule of the policy names. */
export function excludeByRule(changes: readonly ReleasedChange[], policy: Policy): void {
  const rules = policy.exclude.map((rule) => ({
    ...rule,
    pattern: rule.subject === undefined ? null : new RegExp(rule.subject, 'u'),
  }));
  for (const change of changes) {
    const rule = rules.find(
      ({ kind, pattern }) =>
        (kind === undefined || kind === change.text.kind) &&
        (pattern === null || pattern.test(subjectLine(change))),
    );
    if (rule !== undefined) change.fate = { became: 'excluded', reason: rule.reason };
  }
}

function subjectLine(change: ReleasedChange): string {
  const landed = change.landed[0];
  return landed === undefined ? '' : subjectOf(landed);
}
