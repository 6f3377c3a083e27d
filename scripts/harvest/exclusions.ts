import type { Policy } from '../../src/records/index.ts';
import { firstLine } from '../parse/message/text.ts';
import type { ReleasedChange } from './account.ts';
import { subjectOf } from './change-text.ts';

/** Keeps out of the note what a rule of the policy names. */
export function excludeByRule(changes: readonly ReleasedChange[], policy: Policy): void {
  if (policy.exclude.length === 0) return;
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
  if (landed === undefined) return '';
  return landed.named === null ? firstLine(landed.landing.message) : subjectOf(landed);
}
