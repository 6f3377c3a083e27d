import { type Policy, USUAL_EXCLUSION_LABELS } from '../../src/records/index.ts';
import type { ReleasedChange } from './account.ts';
import { type ChangeText, subjectOf } from './change-text.ts';

/** Keeps out of the note what its pull request says, then what a rule of the policy names. */
export function exclude(changes: readonly ReleasedChange[], policy: Policy): void {
  const exclusions = new Exclusions(policy);
  for (const change of changes) {
    const reason =
      exclusions.wordOf(change.text) ?? exclusions.ruleFor(change.text, () => subjectLine(change));
    if (reason !== null) change.fate = { became: 'excluded', reason };
  }
}

/** Why a change would be kept out of the notes under a policy. */
export class Exclusions {
  private readonly rules: (Policy['exclude'][number] & { pattern: RegExp | null })[];

  constructor(policy: Policy) {
    this.rules = policy.exclude.map((rule) => ({
      ...rule,
      pattern: rule.subject === undefined ? null : new RegExp(rule.subject, 'u'),
    }));
  }

  /** The reason that a pull request gives itself: a release note that says NONE, or a label that means so. */
  wordOf({ told }: ChangeText): string | null {
    if (told === null) return null;
    const label = USUAL_EXCLUSION_LABELS.find((usual) => told.labels.includes(usual));
    return told.none ?? (label === undefined ? null : `its pull request is labelled "${label}"`);
  }

  /** The reason of the first rule that fits. `subject` is the first line of the message. */
  ruleFor(text: ChangeText, subject: () => string): string | null {
    const rule = this.rules.find(
      ({ kind, pattern, label }) =>
        (kind === undefined || kind === text.kind) &&
        (label === undefined || text.told?.labels.includes(label.toLowerCase()) === true) &&
        (pattern === null || pattern.test(subject())),
    );
    return rule?.reason ?? null;
  }
}

function subjectLine(change: ReleasedChange): string {
  const landed = change.landed[0];
  if (landed === undefined) return '';
  return landed.named === null ? landed.landing.firstLine : subjectOf(landed);
}
