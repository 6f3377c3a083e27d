import { counted } from '../../../src/verdict/wording.ts';
import { answerLines } from './call-answer.ts';
import type { CalledControl, CallFacts } from './call-facts.ts';
import type { Owed, OwedBy } from './call-owed.ts';
import type { CallTarget } from './call-targets.ts';
import { timeLines } from './call-time-words.ts';
import { firstFew } from './readable.ts';

/** One line of a request for votes, not yet in the form of a channel. */
export interface CallLine {
  text: string;
  /** It tells more of the line above it. */
  inner: boolean;
  /** People whom it asks, said behind its words. */
  people: readonly OwedBy[];
}

/** A paragraph of a request for votes. */
export interface CallPart {
  id: 'times' | 'contents' | 'controls' | 'owed' | 'targets' | 'answer';
  /** Null where the lines speak for themselves. */
  title: string | null;
  lines: CallLine[];
}

/** "GO / NO-GO: lantern 1.4.0". */
export function callTitle({ product, version, emergency }: CallFacts): string {
  return `${emergency === null ? '' : 'EMERGENCY, '}GO / NO-GO: ${product} ${version}`;
}

/** The paragraphs of a request for votes, in reading order. */
export function callParts(facts: CallFacts): CallPart[] {
  return [
    { id: 'times', title: null, lines: timeLines(facts).map(outer) },
    contentsPart(facts),
    controlsPart(facts),
    owedPart(facts),
    { id: 'targets', title: 'Vote on', lines: facts.targets.flatMap(targetLines) },
    { id: 'answer', title: 'How to answer', lines: answerLines(facts).map(outer) },
  ];
}

const SHOWN_ENTRIES = 6;
const SHOWN_REASONS = 3;
const SHOWN_ITEMS = 5;

function contentsPart({ contents: { from, sections } }: CallFacts): CallPart {
  const count = sections.reduce((sum, { entries }) => sum + entries.length, 0);
  const bySection = sections.map(({ heading, entries }) => `${entries.length} ${heading.toLowerCase()}`);
  const counts: Record<typeof from, string> = {
    note: `What is in it: ${count} ${count === 1 ? 'entry' : 'entries'} (${bySection.join(', ')})`,
    changes: `What is in it: ${counted(count, 'change')}`,
    scope: `What is to be in it: ${counted(count, 'approved change')}`,
    nothing: 'What is in it: nobody wrote it yet, and there is no tag that tells',
  };
  const lines = sections.flatMap(({ heading, entries }) => [
    ...(from === 'note' ? [outer(heading)] : []),
    ...firstFew(entries, SHOWN_ENTRIES).map(from === 'note' ? inner : outer),
  ]);
  return { id: 'contents', title: counts[from], lines };
}

const VERDICTS: Record<CallFacts['verdict'], string> = {
  blessed: 'everything holds',
  'not-blessed': 'not blessed',
  unproven: 'not proven yet',
};

function controlsPart({ verdict, counts, controls }: CallFacts): CallPart {
  const told = (['fail', 'unproven', 'waived', 'pass'] as const)
    .filter((result) => counts[result] > 0)
    .map((result) => `${counts[result]} ${result}`);
  const title = `What the gates and controls say: ${VERDICTS[verdict]} (${told.join(', ')})`;
  return { id: 'controls', title, lines: alike(controls).flatMap(controlLines) };
}

const MARKS: Record<CalledControl['result'], string> = { fail: '✗', unproven: '?', waived: '○' };

/** Controls that say the same, such as that there is no tag yet, are said once. */
function alike(controls: readonly CalledControl[]): CalledControl[][] {
  return [...Map.groupBy(controls, ({ result, reasons }) => JSON.stringify([result, reasons])).values()];
}

function controlLines(controls: readonly CalledControl[]): CallLine[] {
  const [{ result, reasons } = { result: 'unproven' as const, reasons: [] }] = controls;
  const names = controls.map(({ id }) => id).join(', ');
  return [outer(`${MARKS[result]} ${names}: ${result}`), ...firstFew(reasons, SHOWN_REASONS).map(inner)];
}

function owedPart({ owed }: CallFacts): CallPart {
  if (owed.length === 0) return { id: 'owed', title: 'Nobody owes anything more', lines: [] };
  return { id: 'owed', title: 'Who still owes what', lines: owed.flatMap(owedLines) };
}

function owedLines({ what, items, who }: Owed): CallLine[] {
  return [{ text: what, inner: false, people: who }, ...firstFew(items, SHOWN_ITEMS).map(inner)];
}

/** Commits and digests are never cut: a vote that names half of one binds nothing. */
function targetLines({ module, lead, version, commit, images }: CallTarget): CallLine[] {
  const name = version === null ? module : `${module} ${version}`;
  const commitText =
    commit === null ? 'its commit is not known yet: no vote on it counts' : `commit ${commit}`;
  const doubt = images.length > 1 ? ' (another image of the same commit: one of them is wrong)' : '';
  return [
    outer(`${name}${lead ? ', for votes on the whole release' : ''}`),
    inner(commitText),
    ...images.flatMap((names) => names.map((digest) => inner(`digest ${digest}${doubt}`))),
  ];
}

function outer(text: string): CallLine {
  return { text, inner: false, people: [] };
}

function inner(text: string): CallLine {
  return { text, inner: true, people: [] };
}
