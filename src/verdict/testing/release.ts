import {
  type CommitFate,
  type Opening,
  OpeningSchema,
  type Release,
  type ReleaseInput,
  ReleaseSchema,
} from '../../records/index.ts';
import type { Recorded, Written } from '../dossier.ts';
import {
  API,
  at,
  COMMITS,
  digestOf,
  FOLDER,
  LEAD,
  objectId,
  PREVIOUS,
  PRODUCT,
  RELEASED_AT,
  VERSION,
  WEB,
} from './constants.ts';

type ModuleInput = ReleaseInput['modules'][number];

const COUNTS = { published: 0, excluded: 0, cancelled: 0, folded: 0, unresolved: 0 };

/** A module of the release; it moved unless its commit is the one that it was at. */
export function module(id: string, commit: string, commits: number): ModuleInput {
  const moved = commits > 0;
  return {
    id,
    version: moved ? VERSION : PREVIOUS,
    versionFrom: `tag v${moved ? VERSION : PREVIOUS}`,
    tag: { name: `v${VERSION}`, kind: 'annotated', object: objectId('d1'), commit },
    commit,
    previous: { version: PREVIOUS, commit: moved ? COMMITS.earlier : commit },
    moved,
    sum: { ...COUNTS, commits, published: commits },
  };
}

/** The release: the lead module with one change, another with two, a third that stands still. */
export function release(more: Partial<ReleaseInput> = {}): Recorded<Release> {
  const data = ReleaseSchema.parse({
    schema: 1,
    product: PRODUCT,
    version: VERSION,
    tag: { name: `v${VERSION}`, kind: 'annotated', object: objectId('d0'), commit: COMMITS.release },
    date: RELEASED_AT,
    prerelease: false,
    branches: ['main'],
    promotion: { commit: COMMITS.release, staging: COMMITS.staging, sameTree: true, extra: [] },
    previous: PREVIOUS,
    modules: [module(LEAD, COMMITS.release, 1), module(API, COMMITS.api, 2), module(WEB, COMMITS.web, 0)],
    sum: { ...COUNTS, commits: 3, published: 3 },
    policy: digestOf('90'),
    ...more,
  });
  return { path: `${FOLDER}/release.md`, data };
}

/** A row of the release's table. */
export function fate(change: string | null, more: Partial<CommitFate> = {}): CommitFate {
  const module = change?.replace(/-\w+$/, '') ?? LEAD;
  const number = change === null ? null : Number(change.slice(module.length + 1));
  const commit = objectId('7e');
  return { commit, module, change, pullRequest: number, disposition: 'published', reason: '', ...more };
}

/** The release as somebody opened it in the morning. */
export function opening(more: Partial<Opening> = {}): Written<Opening> {
  const data = OpeningSchema.parse({
    schema: 1,
    product: PRODUCT,
    version: VERSION,
    openedAt: at('04:00'),
    openedBy: 'cyra-osei',
    due: RELEASED_AT,
    scope: [`${LEAD}-11`, `${API}-21`, `${API}-22`],
    ...more,
  });
  return { path: `${FOLDER}/opening.md`, data, body: 'Metrics in batches.\n' };
}

/** Somebody declared it an emergency half an hour before it went out. */
export const EMERGENCY: NonNullable<Opening['emergency']> = {
  incident: 'INC-77',
  declaredBy: 'cyra-osei',
  declaredAt: at('11:00'),
};
