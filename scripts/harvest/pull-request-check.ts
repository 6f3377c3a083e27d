import { headingOf, type Policy, type PullRequest } from '../../src/records/index.ts';
import type { ParsedPullRequest } from '../parse/github/pull-request.ts';
import { type ChangeText, textOfPull } from './change-text.ts';
import { Exclusions } from './exclusions.ts';
import { toldText } from './platform/told-text.ts';
import { sectionFor } from './sections.ts';
import { type WordedEntry, type Wording, wordedEntries } from './worded-entries.ts';

/** What was looked at, in the order in which it is said. */
export type FindingId = 'note' | 'section' | 'issue' | 'squash-message';

/** One thing about a pull request: well, or what to write. */
export interface Finding {
  id: FindingId;
  ok: boolean;
  says: string;
  /** What to do; empty where it is well. */
  todo: string;
}

/** How a pull request would be harvested. */
export interface PullRequestCheck {
  pullRequest: number;
  /** Where the note's words would be from. */
  from: string;
  /** Why it would have no entry; null where it would have some. */
  excluded: string | null;
  entries: WordedEntry[];
  findings: Finding[];
}

/** Types and authors whose changes answer to no issue: what they do is said by what they are. */
const WITHOUT_ISSUE = new Set(['deps', 'docs', 'ci', 'test', 'style', 'chore', 'build', 'revert']);
/** Titles that tell a customer nothing. */
const EMPTY_TITLE =
  /^(?:wip\b|draft\b|tmp\b|test\b|fix(?:es|ed)?$|update[sd]?(?: \S+)?$|(?:minor )?changes?$|patch[- ]?\d*$)/i;
const UNFINISHED = /^(?:fixup!|squash!|amend!|wip\b)/i;

/** Judges an open or merged pull request under a product's policy. */
export function checkPullRequest(
  pull: ParsedPullRequest,
  module: string,
  policy: Policy,
  wording: Wording,
): PullRequestCheck {
  const text = textOfPull(toldText(pull));
  const labels = text.told?.labels ?? [];
  const section = sectionFor(text, labels, policy);
  const entries = wordedEntries({ text, section, module, landed: [] }, wording);
  const exclusions = new Exclusions(policy);
  const excluded = exclusions.wordOf(text) ?? exclusions.ruleFor(text, () => pull.record.title);
  return {
    pullRequest: pull.record.number,
    from: text.told?.from ?? '',
    excluded,
    entries: excluded === null ? entries : [],
    findings: [
      noteFinding(text, excluded),
      sectionFinding(text, labels, entries, excluded, policy),
      issueFinding(pull.record, text),
      squashFinding(pull),
    ],
  };
}

function noteFinding({ title, told }: ChangeText, excluded: string | null): Finding {
  if (excluded !== null) return well('note', `It gets no entry: ${excluded}.`);
  if (told !== null && told.from !== 'title at the merge')
    return well('note', `The words are from its ${told.from}.`);
  if (title.split(/\s+/).length > 1 && !EMPTY_TITLE.test(title))
    return well('note', 'Its title is the entry.');
  return wanting(
    'note',
    `Its title, "${title}", tells a customer nothing.`,
    'Write what changed for whom, as the title or in a ```release-note fence of the description; NONE there where customers need not know.',
  );
}

function sectionFinding(
  text: ChangeText,
  labels: readonly string[],
  entries: readonly WordedEntry[],
  excluded: string | null,
  policy: Policy,
): Finding {
  if (excluded !== null) return well('section', 'It needs none.');
  const names = [...new Set(entries.map(({ section }) => headingOf(section)))].join(', ');
  const guessed = text.kind === 'other' && sectionFor({ ...text, title: '' }, labels, policy) === 'changed';
  const byWord = guessed && entries.every(({ section }) => section === 'changed');
  if (!byWord) return well('section', `It goes to ${names}.`);
  return wanting(
    'section',
    `Nothing tells its section: it would go to ${names}.`,
    'Start the title with a type ("feat: …", "fix: …"), or label it ("enhancement", "bug", "breaking-change").',
  );
}

function issueFinding(record: PullRequest, text: ChangeText): Finding {
  const issues = record.linkedIssues ?? [];
  if (issues.length > 0)
    return well(
      'issue',
      `It is linked to ${issues.map(({ repository, number }) => `${repository}#${number}`).join(', ')}.`,
    );
  if (WITHOUT_ISSUE.has(text.kind) || record.author?.kind === 'bot') return well('issue', 'It needs none.');
  return wanting(
    'issue',
    'It is linked to no issue.',
    'Write "Closes #…" into the description, or link the issue beside it.',
  );
}

function squashFinding({ record, description }: ParsedPullRequest): Finding {
  if (/(?:…|\.\.\.)$/.test(record.title) || /^(?:…|\.\.\.)/.test(description))
    return wanting(
      'squash-message',
      'Its title is cut off.',
      'Write the whole title: it becomes the first line of the commit.',
    );
  if (UNFINISHED.test(record.title))
    return wanting(
      'squash-message',
      'Its title says that it is unfinished.',
      'Take the mark out of the title.',
    );
  if (description.replace(/<!--[\s\S]*?-->/g, '').trim() === '')
    return wanting(
      'squash-message',
      'Its description is empty.',
      'Say what it changes and why: the commit keeps it for those who come later.',
    );
  return well('squash-message', 'Title and description are there.');
}

function well(id: FindingId, says: string): Finding {
  return { id, ok: true, says, todo: '' };
}

function wanting(id: FindingId, says: string, todo: string): Finding {
  return { id, ok: false, says, todo };
}
