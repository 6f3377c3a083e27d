import { applyEditorDecisions, editedEntries } from '../history/editor-decisions.ts';
import { isPrerelease } from '../history/version-order.ts';
import { spelledOut } from '../markdown/harmless.ts';
import type { Opening } from '../records/dossier.ts';
import type { Imported } from '../records/note.ts';
import type { PlatformRelease } from '../records/pull-request.ts';
import type { CommitFate, Release, ReleaseModule } from '../records/release.ts';
import { AUDIT, EVENT_WORDS } from './audit-texts.ts';
import { PLATFORM } from './change-texts.ts';
import { type ConservationView, conservationView } from './conservation-view.ts';
import { dossierPath } from './paths.ts';
import type { NoteSource } from './release-view.ts';
import { momentOf, shortDateOf, type TimeView } from './time-view.ts';

/** Something that an auditor must see, in words. */
export interface EventView {
  kind: keyof typeof EVENT_WORDS;
  word: string;
  text: string;
}

/** A release in the tables of products and of the board. */
export interface DossierSummary {
  product: string;
  version: string;
  href: string;
  prerelease: boolean;
  /** Its note is from before this tool, and nothing else is recorded: where the words come from; null for all others. */
  imported: Imported | null;
  /** Somebody opened it, and it has no tag yet: its date is the one that it is due. */
  open: boolean;
  withdrawn: boolean;
  date: TimeView;
  instant: string;
  tag: string | null;
  commit: string | null;
  conservation: ConservationView | null;
  events: EventView[];
}

/** A dossier as it is read; null where none is recorded. */
export interface DossierSource {
  release: Release;
  fates: CommitFate[];
}

/** The fates after a person's edits of the note; as recorded where there is no note. */
export function editedFates(fates: CommitFate[], source: NoteSource | undefined): CommitFate[] {
  if (source === undefined) return fates;
  const bulletIds = source.body.sections.flatMap((section) =>
    section.bullets.flatMap((bullet) => bullet.ids),
  );
  return applyEditorDecisions(fates, { entries: editedEntries(source.note), bulletIds });
}

/** What is recorded of a release. At least one of dossier, note and opening is there. */
export interface SummarySources {
  dossier: DossierSource | null;
  note: NoteSource | undefined;
  platform: PlatformRelease | null;
  /** For a release that somebody opened and that has no tag yet. */
  opening: Opening | null;
}

/** A release's state in short. */
export function dossierSummary(
  product: string,
  version: string,
  timeZone: string,
  { dossier, note, platform, opening }: SummarySources,
): DossierSummary {
  const release = dossier?.release;
  const imported = release === undefined && opening === null ? (note?.note.imported ?? null) : null;
  const instant = release?.date ?? note?.note.date ?? opening?.due ?? opening?.openedAt ?? '';
  return {
    product,
    version,
    href: dossierPath(product, version),
    prerelease: release?.prerelease ?? note?.note.prerelease ?? isPrerelease(version),
    imported,
    open: release === undefined && opening !== null,
    withdrawn: note?.note.withdrawn !== undefined,
    // Such a day has no time, and in another zone it would be another one.
    date: imported === null ? momentOf(instant, timeZone) : shortDateOf(instant),
    instant,
    tag: release?.tag.name ?? null,
    commit: release?.tag.commit ?? null,
    conservation:
      dossier && conservationView(dossier.release, dossier.fates, editedFates(dossier.fates, note)),
    events: opening === null ? [...eventsOf(release, note), ...platformEvents(platform, release)] : [],
  };
}

function eventsOf(release: Release | undefined, note: NoteSource | undefined): EventView[] {
  const recorded = (release?.events ?? []).map((event) => eventView(event.kind, spelledOut(event.text)));
  const missing =
    release === undefined && note?.note.imported === undefined
      ? [eventView('no-dossier', AUDIT.dossier.missing)]
      : [];
  const silent = note === undefined ? [eventView('no-note', AUDIT.dossier.noNote)] : [];
  return [...recorded, ...missing, ...silent];
}

/** The platform shows a release of another commit than the one that was harvested, or of a tag that is gone. */
function platformEvents(platform: PlatformRelease | null, ours: Release | undefined): EventView[] {
  if (platform === null || ours === undefined || platform.commit === ours.tag.commit) return [];
  const tag = spelledOut(platform.tag);
  return platform.commit === null
    ? [eventView('platform-tag', PLATFORM.tagGone(tag))]
    : [eventView('platform-commit', PLATFORM.differs(tag, platform.commit, ours.tag.commit))];
}

function eventView(kind: EventView['kind'], text: string): EventView {
  return { kind, word: EVENT_WORDS[kind], text };
}

/** A row of the table of modules. */
export interface ModuleRow
  extends Pick<ReleaseModule, 'id' | 'version' | 'versionFrom' | 'commit' | 'moved' | 'sum'> {
  tag: string | null;
  previous: string | null;
  previousCommit: string | null;
}

/** The modules of a release. */
export function moduleRows(modules: readonly ReleaseModule[]): ModuleRow[] {
  return modules.map((module) => ({
    id: module.id,
    version: module.version,
    versionFrom: spelledOut(module.versionFrom),
    commit: module.commit,
    moved: module.moved,
    sum: module.sum,
    tag: module.tag === null ? null : spelledOut(module.tag.name),
    previous: module.previous?.version ?? null,
    previousCommit: module.previous?.commit ?? null,
  }));
}
