import type { ControlId } from '../records/process.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { MarkView } from './mark-view.ts';
import { counted } from './texts.ts';
import type { Standing } from './verdict/standing.ts';

/** The verdict in a word or two. */
export const VERDICT_MARKS: Record<Verdict['verdict'], MarkView> = {
  blessed: { kind: 'good', mark: '✓', text: 'Blessed' },
  'not-blessed': { kind: 'danger', mark: '✗', text: 'Not blessed' },
  unproven: { kind: 'caution', mark: '?', text: 'Unproven' },
};

/** How a control came out. */
export const RESULT_MARKS: Record<Standing, MarkView> = {
  fail: { kind: 'danger', mark: '✗', text: 'fails' },
  unproven: { kind: 'caution', mark: '?', text: 'unproven' },
  waived: { kind: 'quiet', mark: '⚑', text: 'waived' },
  after: { kind: 'quiet', mark: '◷', text: 'still to come' },
  pass: { kind: 'good', mark: '✓', text: 'passes' },
};

/** Controls as people call them. */
export const CONTROL_NAMES: Record<ControlId, string> = {
  stages: 'Stages',
  gates: 'Gates',
  approvals: 'Approvals',
  independence: 'Independence',
  'bound-votes': 'Bound votes',
  traceable: 'Traceable changes',
  'approved-scope': 'Approved scope',
  'version-bump': 'Version number',
  'branch-and-tag': 'Branch and tag',
  promotion: 'Promotion',
  'evidence-bound': 'Bound evidence',
  checklists: 'Checklists',
  'recovery-plan': 'Recovery plan',
  'notes-ready': 'Notes ready',
  'blessed-only': 'Blessed images only',
  'deploy-order': 'Order of deployments',
  freeze: 'Freeze',
  emergency: 'Emergency',
};

/** Part of the sentence on a verdict: "2 controls fail", and after the first one "1 is unproven". */
const COUNT_WORDS: Record<Standing, (count: number) => string> = {
  fail: (count) => (count === 1 ? 'fails' : 'fail'),
  unproven: (count) => (count === 1 ? 'is unproven' : 'are unproven'),
  pass: (count) => (count === 1 ? 'passes' : 'pass'),
  waived: (count) => (count === 1 ? 'is waived' : 'are waived'),
  after: (count) => (count === 1 ? 'waits for the deployment' : 'wait for the deployment'),
};

const IN_SENTENCE: readonly Standing[] = ['fail', 'unproven', 'pass', 'waived', 'after'];

/** "Not blessed: 2 controls fail, 1 is unproven, 14 pass, 1 is waived." */
export function verdictSentence(verdict: Verdict['verdict'], standings: readonly Standing[]): string {
  const parts = IN_SENTENCE.flatMap((result) => {
    const count = standings.filter((other) => other === result).length;
    return count === 0 ? [] : [{ count, words: COUNT_WORDS[result](count) }];
  });
  const told = parts.map(({ count, words }, index) =>
    index === 0 ? `${counted(count, 'control')} ${words}` : `${count} ${words}`,
  );
  return `${VERDICT_MARKS[verdict].text}: ${told.join(', ')}.`;
}

/** Words about verdicts. */
export const VERDICT = {
  title: 'Verdict',
  column: 'Verdict',
  open: 'What keeps it from being blessed',
  waived: 'Waived',
  after: 'What comes after the blessing',
  passed: (count: number) => `${counted(count, 'control')} that ${count === 1 ? 'passes' : 'pass'}`,
  all: 'All controls with their reasons and clauses',
  pageLead:
    'Each control is a rule that the records of the release are held against. What cannot be shown is unproven, and unproven is not pass.',
  asOf: 'Judged as of',
  since: '(time alone has changed nothing since)',
  under: 'under the policy of today',
  policySame: 'the policy that the harvest recorded',
  policyOther: 'not the policy that the harvest recorded, which was',
  policyNone: 'no harvest has recorded a policy yet',
  serves: 'Serves',
  reasons: 'Reasons',
  noReasons: 'No reason is given.',
  more: (count: number) => `${counted(count, 'more reason')}`,
  none: 'Nothing is judged: no policy says how, or the release was neither harvested nor opened.',
  noPolicy: 'not judged',
  waiver: {
    by: 'Answered for by',
    at: 'Since',
    until: 'Until',
    why: 'Why',
    name: (control: string) => `Waiver of ${control}`,
  },
  withoutEffect: 'does not count: see the reasons',
  record: 'record',
} as const;
