import type { Change } from '../../src/records/index.ts';
import { breakingFooter, parseConventional } from '../parse/message/conventional.ts';
import { dependencyBump } from '../parse/message/dependency-bump.ts';
import { revertMark } from '../parse/message/revert.ts';
import { splitMessage, withoutBuildMarks, withoutControls } from '../parse/message/text.ts';
import type { Commit } from './graph.ts';
import type { LandedChange } from './landed-changes.ts';
import type { ToldText } from './platform/told-text.ts';

/** What the words of a change say. */
export interface ChangeText {
  title: string;
  kind: string;
  scope: string | null;
  breaking: boolean;
  breakingNote: string | null;
  dependency: Change['dependency'] | null;
  /** What its pull request says; null where none is known. */
  told: ToldText | null;
}

/** What a change takes back. */
export interface Reverts {
  commits: string[];
  numbers: number[];
  title: string | null;
}

const MERGE_TITLE =
  /^Merged? (?:pull request|PR|in|branch)\b|^(?:Auto|Rollup) merge\b|^Merge(?: #\d+)+$|^Merge of\b/;

/**
 * Reads a change's words: the title that its pull request was merged with, else the one in the landing, else its
 * commits' subjects. Type, scope and what breaks may stand in either of them.
 */
export function readText(change: LandedChange, told: ToldText | null = null): ChangeText {
  const text = wordsOf(told?.title ?? subjectOf(change), told === null ? null : subjectOf(change));
  const breakingNote = breakingOf(change);
  return {
    ...text,
    title: text.title || nameless(change),
    breaking: text.breaking || breakingNote !== null,
    breakingNote,
    told,
  };
}

/** The words of a pull request that has not landed. */
export function textOfPull(told: ToldText): ChangeText {
  return { ...wordsOf(told.title, null), breakingNote: null, told };
}

/** A line taken apart; the type may stand in another line that tells of the same change. */
function wordsOf(line: string, other: string | null): Omit<ChangeText, 'breakingNote' | 'told'> {
  const own = parseConventional(line);
  const conventional = own ?? (other === null ? null : parseConventional(other));
  const title = withoutBuildMarks(withoutControls(own?.title ?? line)).trim();
  const dependency = /bump|update|upgrade/i.test(title) ? dependencyBump(title) : null;
  const isDependency = dependency !== null || isDependencyScope(conventional?.scope);
  return {
    title,
    kind: isDependency ? 'deps' : (conventional?.kind ?? plainKind(title)),
    scope: conventional?.scope ?? null,
    breaking: conventional?.breaking === true,
    dependency,
  };
}

/** "chore(deps): update all" names no version, but what it is about. */
function isDependencyScope(scope: string | null | undefined): boolean {
  return /^deps(?:-dev)?$/i.test(scope ?? '');
}

/** git writes `Revert "…"` where Conventional Commits would have `revert:`. */
function plainKind(title: string): string {
  return /^revert ["“']/i.test(title) ? 'revert' : 'other';
}

function nameless(change: LandedChange): string {
  return `Change ${change.landing.id.slice(0, 12)}`;
}

/** The line that names the change, before its conventional prefix is taken off. */
export function subjectOf(change: LandedChange): string {
  const named = change.named;
  if (named === null) return splitMessage(change.landing.message).subject;
  if (!MERGE_TITLE.test(named.title)) return named.title;
  const inner = change.commits.find((commit) => commit.parents.length < 2 && commit !== change.landing);
  return inner === undefined ? branchTitle(named.branch) : splitMessage(inner.message).subject;
}

function branchTitle(branch: string | null): string {
  return (branch?.split('/').slice(1).join('/') || branch || '').replace(/[-_]+/g, ' ').trim();
}

function breakingOf(change: LandedChange): string | null {
  for (const commit of change.commits) {
    if (!commit.message.includes('BREAKING')) continue;
    const note = breakingFooter(splitMessage(commit.message).body);
    if (note !== null) return withoutControls(note);
  }
  return null;
}

/** What the change takes back; null where it is no revert. All of its commits must be reverts for it to be one. */
export function readReverts(change: LandedChange): Reverts | null {
  if (!change.commits.some((commit) => commit.mayRevert)) return null;
  const titled = revertMark(subjectOf(change), '', change.named?.branch ?? null);
  const parts = change.commits.filter((commit) => commit.parents.length < 2).map(markOf);
  const whole = titled !== null || (parts.length > 0 && parts.every((part) => part !== null));
  if (!whole) return null;
  const marks = [titled, markOf(change.landing), ...parts].filter((mark) => mark !== null);
  return {
    commits: [...new Set(marks.flatMap((mark) => mark.commits))],
    numbers: [...new Set(marks.flatMap((mark) => mark.numbers))],
    title: marks.find((mark) => mark.title !== null)?.title ?? null,
  };
}

function markOf(commit: Commit): Reverts | null {
  if (!commit.mayRevert) return null;
  const { subject, body } = splitMessage(commit.message);
  return revertMark(subject, body, null);
}
