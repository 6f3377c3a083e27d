import { spelledOut } from '../markdown/harmless.ts';
import type { Change } from '../records/change.ts';
import type { CommitFate, Disposition } from '../records/release.ts';
import { AUDIT } from './texts.ts';
import { momentOf, type TimeView } from './time-view.ts';

/** A row of the table of changes. */
export interface ChangeRow {
  id: string;
  title: string;
  pullRequest: string;
  author: string;
  landedBy: string;
  landedAt: TimeView;
  method: string;
  commits: number;
  /** What told its number, and where a backport comes from. */
  told: string;
  /** What became of its commits, each once; none where the table of commits does not name it. */
  became: Disposition[];
  breaking: boolean;
  /** All its facts, a line each. */
  facts: string;
  message: string;
}

/** A change as it is read, with its place. */
export interface ChangeSource {
  change: Change;
  message: string;
  path: string;
}

/** Rows for a page of changes; `fates` are those of the whole release. */
export function changeRows(
  sources: readonly ChangeSource[],
  fates: readonly CommitFate[],
  timeZone: string,
): ChangeRow[] {
  const became = new Map<string, Set<Disposition>>();
  for (const { change, disposition } of fates) {
    if (change !== null) became.set(change, (became.get(change) ?? new Set()).add(disposition));
  }
  return sources.map((source) => changeRow(source, [...(became.get(source.change.id) ?? [])], timeZone));
}

function changeRow(
  { change, message, path }: ChangeSource,
  became: Disposition[],
  timeZone: string,
): ChangeRow {
  return {
    id: change.id,
    title: spelledOut(change.title),
    pullRequest: change.pullRequest === null ? '–' : `#${change.pullRequest}`,
    author: spelledOut(change.author),
    landedBy: spelledOut(change.landedBy),
    landedAt: momentOf(change.landedAt, timeZone),
    method: change.method,
    commits: change.commits.length,
    told: spelledOut(toldBy(change)),
    became,
    breaking: change.breaking === true,
    facts: spelledOut(factsOf(change, path)),
    message: spelledOut(message.trimEnd()),
  };
}

function toldBy({ identifiedBy, backport }: Change): string {
  return backport === undefined
    ? identifiedBy
    : `${identifiedBy}; ${AUDIT.fields.backport} ${backportText(backport)}`;
}

function factsOf(change: Change, path: string): string {
  const words = AUDIT.fields;
  const { backport, dependency } = change;
  const lines: [string, string | undefined][] = [
    [words.kind, change.scope === undefined ? change.kind : `${change.kind} (${change.scope})`],
    [words.breaking, change.breaking && (change.breakingNote ?? 'yes')],
    [words.authoredAt, change.authoredAt],
    [words.landedAt, change.landedAt],
    [words.coAuthors, change.coAuthors?.join(', ')],
    [words.identifiedBy, change.identifiedBy],
    [words.landing, change.landing],
    [words.commits, change.commits.length > 1 ? change.commits.join('\n') : undefined],
    [words.backport, backport && backportText(backport)],
    [words.carries, change.carries?.map((number) => `#${number}`).join(', ')],
    [words.dependency, dependency && `${dependency.name} ${dependency.from ?? '?'} → ${dependency.to}`],
    [words.reverts, change.reverts?.join('\n')],
    [words.issues, change.issues?.map((issue) => `#${issue}`).join(', ')],
    [words.record, path],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [fact(name, value)])).join('\n');
}

/** Names in one column, values in the next. */
function fact(name: string, value: string): string {
  return `${name.padEnd(16)}${value.replaceAll('\n', `\n${' '.repeat(16)}`)}`;
}

function backportText(backport: NonNullable<Change['backport']>): string {
  const what = [backport.pullRequest === null ? null : `#${backport.pullRequest}`, backport.commit];
  return `${what.filter((part) => part !== null).join(', ')}: ${backport.because}`;
}
