// Internal records joined with the public notes. Only the internal edition's routes import this file.
import { compareVersions } from '../history/version-order.ts';
import type { CommitFate } from '../records/release.ts';
import { type DossierSummary, dossierSummary, editedFates } from '../views/dossier-view.ts';
import { settledPages } from '../views/paging/settled-pages.ts';
import { RELEASES_PER_PAGE } from '../views/releases-per-page.ts';
import { readFiled } from './filed.ts';
import {
  type ChangeRecord,
  changesOf,
  countChanges,
  type DossierRecord,
  dossierVersions,
  openedVersions,
  type PlatformReleaseRecord,
  readChange,
  readDossier,
  readPlatformRelease,
  timeZoneOf,
} from './ledger.ts';
import { findNote, type NoteRecord, notedVersions } from './notes.ts';
import { lately, once } from './once.ts';
import { pageReader } from './page-reader.ts';
import { type VersionList, versionList } from './version-list.ts';

/** All that is recorded of one release. */
export interface Audit {
  summary: DossierSummary;
  timeZone: string;
  dossier: DossierRecord | null;
  note: NoteRecord | undefined;
  platform: PlatformReleaseRecord | null;
  /** What became of each commit, a person's edits of the note included. */
  fates: CommitFate[];
  changes: ChangeRecord[];
}

/** A change, and what became of its commits. */
export interface ChangeAudit {
  timeZone: string;
  fates: CommitFate[];
  /** The final release that repeats the changes of this one. */
  foldedInto: string | null;
  record: ChangeRecord;
}

/** Versions of a product that were opened, harvested or noted, the newest first. */
export const auditVersions: VersionList = versionList('audit versions', (product) => {
  const all = [...openedVersions(product), ...dossierVersions(product), ...notedVersions(product)];
  return [...new Set(all)].sort((a, b) => compareVersions(b, a));
});

/** A release in short, with the lengths of its tables. */
export interface AuditIndexEntry {
  summary: DossierSummary;
  changes: number;
  commits: number;
}

/** A product's releases in short, the newest first. Only these stay in memory. */
export const auditIndex: (product: string) => AuditIndexEntry[] = once('audit index', (product) =>
  auditVersions(product).map((version) => auditEntry(product, version)),
);

/** One of them. */
export function auditEntry(product: string, version: string): AuditIndexEntry {
  return entries(`${product}/${version}`);
}

const entries = once(
  'audit entry',
  (key): AuditIndexEntry => {
    const [product = '', version = ''] = key.split('/');
    const { summary, dossier, fates } = readAudit(product, version);
    return {
      summary,
      changes: dossier === null ? 0 : countChanges(product, dossier.release),
      commits: fates.length,
    };
  },
  { kept: true },
);

/** The same as pages. */
export const readReleasePages = once('audit pages', (product) =>
  settledPages(auditIndex(product), RELEASES_PER_PAGE),
);

/** One of them. */
export const readReleasePage = pageReader('audit page', readReleasePages);

/** One release without its change records. */
export function readAudit(product: string, version: string): Omit<Audit, 'changes'> {
  const timeZone = timeZoneOf(product);
  const dossier = dossierVersions.has(product, version) ? readDossier(product, version) : null;
  const note = findNote(product, version);
  const platform = readPlatformRelease(product, version);
  const opening = openedVersions.has(product, version) ? readFiled(product, version).opening : null;
  const sources = { dossier, note, platform: platform?.release ?? null, opening: opening?.data ?? null };
  const summary = dossierSummary(product, version, timeZone, sources);
  return { summary, timeZone, dossier, note, platform, fates: editedFates(dossier?.fates ?? [], note) };
}

/** One release with its change records. The last one is kept: its tables may fill several pages. */
export function readWholeAudit(product: string, version: string): Audit {
  return wholeAudit(`${product}/${version}`);
}

const wholeAudit = lately('whole audit', (key): Audit => {
  const [product = '', version = ''] = key.split('/');
  const audit = readAudit(product, version);
  return { ...audit, changes: audit.dossier === null ? [] : changesOf(product, version) };
});

/** One change with what is recorded of its release. Pages of the same release read that once. */
export function readChangeAudit(product: string, version: string, id: string): ChangeAudit {
  const { timeZone, fates, dossier } = lastAudit(`${product}/${version}`);
  const own = fates.filter((fate) => fate.change === id);
  return {
    timeZone,
    fates: own,
    foldedInto: dossier?.release.foldedInto ?? null,
    record: readChange(product, version, id),
  };
}

const lastAudit = lately('audit', (key) => {
  const [product = '', version = ''] = key.split('/');
  return readAudit(product, version);
});
