import { joined } from '../../history/joined.ts';
import { spelledOut } from '../../markdown/harmless.ts';
import type { Deployment, Environment } from '../../records/index.ts';
import { isBlessedOnly } from '../../records/process.ts';
import { ENVIRONMENT } from '../deployment-texts.ts';
import type { MarkView } from '../mark-view.ts';
import { momentOf, type TimeView } from '../time-view.ts';
import { VERDICT_MARKS } from '../verdict-texts.ts';
import { ageText } from './age-text.ts';
import { eventHref } from './deployment-links.ts';
import { DEPLOYMENT_MARKS, STATE_MARKS } from './deployment-marks.ts';
import type { DeploymentEntry, GapEntry, HistoryEntry } from './history-entries.ts';
import { firstLine } from './prose-view.ts';
import { triggerText } from './trigger-text.ts';

/** A row of an environment's history. */
export interface HistoryRow {
  /** Null for a gap: nobody knows when it was. */
  at: TimeView | null;
  what: MarkView;
  /** "1.26.0 → 1.25.1", and the deployment's page; null for a gap. */
  name: { text: string; href: string } | null;
  /** What needs eyes. */
  marks: MarkView[];
  /** Who, how long, which modules only. */
  about: string;
  /** Trigger and reason of a rollback, what is missing: a line each. */
  notes: string[];
  /** How much it stands out. */
  loud: 'danger' | 'caution' | null;
}

/** A row as auditors see it. */
export function historyRow(entry: HistoryEntry, environment: Environment, timeZone: string): HistoryRow {
  return entry.is === 'gap' ? gapRow(entry) : deploymentRow(entry, environment, timeZone);
}

function gapRow({ kind, streams, from, to }: GapEntry): HistoryRow {
  const what = kind === 'helm' ? ENVIRONMENT.helmRevision : ENVIRONMENT.argoNumber;
  const missing = ENVIRONMENT.gap(what, from, to, joined(streams));
  return {
    ...{ at: null, what: STATE_MARKS.gap, name: null, marks: [], about: '' },
    notes: [missing, ENVIRONMENT.gapWhy],
    loud: null,
  };
}

function deploymentRow(entry: DeploymentEntry, environment: Environment, timeZone: string): HistoryRow {
  const { event, rollback } = entry;
  const { data, body } = event.record;
  return {
    at: momentOf(data.at, timeZone),
    what: DEPLOYMENT_MARKS[data.kind][data.outcome],
    name: { text: nameOf(data), href: eventHref(event) },
    marks: [...pinnedMarks(data, environment), ...(rollback === null ? [] : rollbackMarks(rollback))],
    about: aboutOf(data),
    notes: [...(data.rollback === undefined ? [] : triggerNotes(data)), firstLine(body) ?? ''].filter(
      Boolean,
    ),
    loud: data.outcome === 'failed' ? 'danger' : data.kind === 'rollback' ? 'caution' : null,
  };
}

/** "1.26.0 → 1.25.1" for a rollback, else the release. */
export function nameOf({ kind, version, rollback }: Deployment): string {
  return kind === 'rollback' ? `${rollback?.from ?? ENVIRONMENT.fromUnknown} → ${version}` : version;
}

/** What the ledger said when it was filed, where only blessed releases may run. */
function pinnedMarks({ verdictThen }: Deployment, environment: Environment): MarkView[] {
  const verdict = verdictThen?.verdict ?? 'blessed';
  if (verdict === 'blessed' || !isBlessedOnly(environment)) return [];
  const text = verdict === 'unproven' ? ENVIRONMENT.pinned.unproven : ENVIRONMENT.pinned.notBlessed;
  return [{ ...VERDICT_MARKS[verdict], text }];
}

function rollbackMarks({
  wasDeployedBefore,
  ofRollback,
}: NonNullable<DeploymentEntry['rollback']>): MarkView[] {
  return [
    ...(wasDeployedBefore ? [] : [{ kind: 'danger' as const, mark: '▲', text: ENVIRONMENT.neverHere }]),
    ...(ofRollback ? [{ kind: 'caution' as const, mark: '↺', text: ENVIRONMENT.ofRollback }] : []),
  ];
}

function aboutOf({ by, at, finishedAt, part, modules, migration }: Deployment): string {
  const took = finishedAt === undefined ? 0 : Date.parse(finishedAt) - Date.parse(at);
  return [
    ...(part === true ? [ENVIRONMENT.onlyPart(shortList(modules.map(({ id }) => id)))] : []),
    ...(migration === undefined
      ? []
      : [ENVIRONMENT.migrated(spelledOut(migration.from), spelledOut(migration.to))]),
    ...(by === undefined ? [] : [`${ENVIRONMENT.by} ${spelledOut(by)}`]),
    ...(took > 0 ? [ENVIRONMENT.took(ageText(took))] : []),
  ].join(', ');
}

function shortList(names: readonly string[]): string {
  const shown = 3;
  return names.length <= shown ? joined(names) : `${names.slice(0, shown).join(', ')} …`;
}

function triggerNotes(data: Deployment): string[] {
  const text = triggerText(data);
  return text === null ? [] : [text];
}
