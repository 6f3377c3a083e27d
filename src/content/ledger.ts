// Internal records. Only the internal edition's routes import this file.
import { createHash } from 'node:crypto';
import { compareVersions } from '../history/version-order.ts';
import { firstFenced, type PullRequestName, parseChangeBody } from '../markdown/change-body.ts';
import { parseCommitTable } from '../markdown/commit-table.ts';
import { type Change, ChangeSchema } from '../records/change.ts';
import { type Policy, PolicySchema } from '../records/policy.ts';
import { type PlatformRelease, PlatformReleaseSchema } from '../records/pull-request.ts';
import { type CommitFate, type Release, ReleaseSchema } from '../records/release.ts';
import { kindAt } from './disk.ts';
import { namesIn, readRecord, recordPath, recordsIn, shown, textOf } from './files.ts';
import { lately, once } from './once.ts';
import { type VersionList, versionList } from './version-list.ts';

/** How a product is harvested, and where that is written. */
export interface PolicyRecord {
  policy: Policy;
  reasons: string;
  /** Digest of the file as it is today, as "sha256:…". */
  digest: string;
  path: string;
}

/** A change and where it is written. */
export interface ChangeRecord {
  change: Change;
  /** The landing commit's message, as git has it. */
  message: string;
  /** Descriptions of its pull requests. */
  descriptions: Map<PullRequestName, string>;
  /** All that stands below the front matter: what the rules read. */
  body: string;
  path: string;
}

/** A release as the platform published it. */
export interface PlatformReleaseRecord {
  release: PlatformRelease;
  description: string;
  path: string;
}

/** One release's dossier without its change records. */
export interface DossierRecord {
  release: Release;
  fates: CommitFate[];
  path: string;
}

/** A product's policy; null where none was written. */
export const readPolicy: (product: string) => PolicyRecord | null = once('policy', (product) => {
  if (!recordsIn('ledger', product).includes('policy')) return null;
  const { data, body } = readRecord(PolicySchema, 'ledger', product, 'policy');
  const digest = `sha256:${createHash('sha256')
    .update(textOf('ledger', product, 'policy'))
    .digest('hex')}`;
  return { policy: data, reasons: body, digest, path: recordPath('ledger', product, 'policy') };
});

/** The policy of a product that is known to have one. */
export function knownPolicy(product: string): Policy {
  const policy = readPolicy(product)?.policy;
  if (policy === undefined) throw new Error(`${product} has no policy`);
  return policy;
}

/** The zone in which a product tells its times. */
export function timeZoneOf(product: string): string {
  return readPolicy(product)?.policy.timeZone ?? 'UTC';
}

/** Versions that have a dossier, the newest first. */
export const dossierVersions: VersionList = versionList('dossier versions', (product) =>
  versionsThat('tagged', product),
);

/** Versions that somebody opened and that have no tag yet, the newest first. */
export const openedVersions: VersionList = versionList('opened versions', (product) =>
  versionsThat('opened', product),
);

type Standing = 'tagged' | 'opened' | null;

function versionsThat(are: Standing, product: string): string[] {
  return namesIn('ledger', product, 'releases')
    .filter((version) => standings(`${product}/${version}`) === are)
    .sort((a, b) => compareVersions(b, a));
}

const standings = once(
  'standing of a release',
  (key): Standing => {
    const [product = '', version = ''] = key.split('/');
    const has = (record: string): boolean =>
      kindAt('ledger', product, 'releases', version, `${record}.md`) !== null;
    return has('release') ? 'tagged' : has('opening') ? 'opened' : null;
  },
  { kept: true },
);

/** Reads a release's facts and what became of each commit. Throws a Fault for a row that is not of its form. */
export function readDossier(product: string, version: string): DossierRecord {
  const parts = ['ledger', product, 'releases', version, 'release'] as const;
  const { data, body } = readRecord(ReleaseSchema, ...parts);
  const text = textOf(...parts);
  const bodyLine = text.slice(0, text.length - body.length).split('\n').length;
  return {
    release: data,
    fates: parseCommitTable(body, shown(...parts), bodyLine),
    path: recordPath(...parts),
  };
}

/**
 * The change records of a release, by id: those of its own dossier, and those that stand in the dossier of one
 * of its prereleases.
 */
function readChanges(product: string, release: Release): ChangeRecord[] {
  const own = changeIds(product, release.version).map((id) => readChange(product, release.version, id));
  const others = Object.entries(release.recordedIn ?? {}).flatMap(([version, ids]) =>
    ids.map((id) => readChange(product, version, id)),
  );
  return [...own, ...others];
}

/** The change records of a release with a dossier. The last ones are kept: several readers want them in a row. */
export function changesOf(product: string, version: string): ChangeRecord[] {
  return lastChanges(`${product}/${version}`);
}

const lastChanges = lately('changes', (key) => {
  const [product = '', version = ''] = key.split('/');
  return readChanges(product, readDossier(product, version).release);
});

/** How many change records a release has, without reading them. */
export function countChanges(product: string, release: Release): number {
  const own = changeIds(product, release.version).length;
  return Object.values(release.recordedIn ?? {}).reduce((count, ids) => count + ids.length, own);
}

/** Ids of the changes that are recorded in a version's own dossier. */
export function changeIds(product: string, version: string): string[] {
  return recordsIn('ledger', product, 'releases', version, 'changes');
}

/** One change, by the version in whose dossier it is recorded. */
export function readChange(product: string, version: string, id: string): ChangeRecord {
  const parts = ['ledger', product, 'releases', version, 'changes', id] as const;
  const { data, body } = readRecord(ChangeSchema, ...parts);
  return { change: data, ...parseChangeBody(body), body, path: recordPath(...parts) };
}

/** What the platform published as a version; null where nothing is recorded of it. */
export function readPlatformRelease(product: string, version: string): PlatformReleaseRecord | null {
  const folder = ['ledger', product, 'releases', version] as const;
  if (!recordsIn(...folder).includes('platform-release')) return null;
  const { data, body } = readRecord(PlatformReleaseSchema, ...folder, 'platform-release');
  const path = recordPath(...folder, 'platform-release');
  return { release: data, description: firstFenced(body) ?? body.trim(), path };
}
