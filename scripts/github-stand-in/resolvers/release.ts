import { user } from '../lookup/accounts.ts';
import { commitOf } from '../lookup/commits.ts';
import { nodeId, numberOf } from '../lookup/identity.ts';
import { refNamed } from '../lookup/refs.ts';
import { addressOf, fullNameOf } from '../lookup/repositories.ts';
import type { Arguments } from '../query/arguments.ts';
import type { Fields } from '../query/resolvers.ts';
import type { ReleaseView, RepositoryView } from '../views.ts';
import type { Asset, Release } from '../world/release.ts';

const BEGINNING = '2025-01-01T00:00:00Z';

/** Releases. */
export const RELEASE: Fields<ReleaseView> = {
  id: (release) => nodeId('RE', ...idOf(release)),
  databaseId: (release) => numberOf(idOf(release).join('#')),
  tagName: ({ described }) => described.tag,
  name: ({ described }) => (described.name === undefined ? described.tag : described.name),
  description: ({ described }) => described.body ?? '',
  author: ({ described }, _args, scope) =>
    user(scope, described.author === undefined ? 'release-manager' : described.author),
  createdAt: ({ described }) => createdAt(described),
  publishedAt: ({ described }) => publishedAt(described),
  updatedAt: ({ described }) => publishedAt(described) ?? createdAt(described),
  isDraft: ({ described }) => described.draft === true,
  isPrerelease: ({ described }) => described.prerelease === true,
  isLatest: ({ repository, described }) => described.latest ?? latestOf(repository) === described,
  url: page,
  resourcePath: (release) => new URL(page(release)).pathname,
  repository: ({ repository }) => repository,
  tag: ({ repository, described }, _args, scope) =>
    described.tagCommit == null ? null : (refNamed(scope, repository, described.tag) ?? null),
  tagCommit: ({ repository, described }, _args, scope) =>
    described.tagCommit == null ? null : commitOf(scope, repository, described.tagCommit),
  releaseAssets: (release, { name }) =>
    (release.described.assets ?? [])
      .filter((asset) => name == null || asset.name === name)
      .map((described) => ({ release, described })),
};

interface AssetView {
  release: ReleaseView;
  described: Asset;
}

/** Files of releases. */
export const RELEASE_ASSET: Fields<AssetView> = {
  id: ({ release, described }) => nodeId('RA', ...idOf(release), described.name),
  name: ({ described }) => described.name,
  size: ({ described }) => described.size ?? 1024,
  digest: ({ described }) => described.digest ?? null,
  contentType: ({ described }) => described.contentType ?? 'application/octet-stream',
  downloadCount: () => 0,
  downloadUrl: ({ release, described }) =>
    page(release).replace('/releases/tag/', '/releases/download/').concat(`/${described.name}`),
  url: ({ release, described }) => `${page(release)}#${described.name}`,
  release: ({ release }) => release,
  createdAt: ({ release }) => createdAt(release.described),
  updatedAt: ({ release }) => createdAt(release.described),
  uploadedBy: ({ release }, _args, scope) => user(scope, release.described.author ?? 'release-manager'),
};

/** Releases of a repository, the newest first unless asked otherwise. */
export function releasesOf(repository: RepositoryView, { orderBy }: Arguments): ReleaseView[] {
  const key = (release: Release) => (orderBy?.field === 'NAME' ? release.tag : createdAt(release));
  const rising = (repository.described.releases ?? []).toSorted((one, other) =>
    key(one).localeCompare(key(other)),
  );
  const ordered = orderBy?.direction === 'ASC' ? rising : rising.reverse();
  return ordered.map((described) => ({ __typename: 'Release', repository, described }));
}

/** The release of a tag; null where there is none. */
export function releaseTagged(repository: RepositoryView, { tagName }: Arguments): ReleaseView | null {
  return viewOf(
    repository,
    repository.described.releases?.find(({ tag }) => tag === tagName),
  );
}

/** The release that is shown as the latest. */
export function latestRelease(repository: RepositoryView): ReleaseView | null {
  return viewOf(repository, latestOf(repository));
}

function latestOf({ described: { releases = [] } }: RepositoryView): Release | undefined {
  const told = releases.find(({ latest }) => latest === true);
  return (
    told ??
    releases.filter(isFinal).toSorted((one, other) => createdAt(other).localeCompare(createdAt(one)))[0]
  );
}

function isFinal({ draft, prerelease, latest }: Release): boolean {
  return draft !== true && prerelease !== true && latest !== false;
}

function viewOf(repository: RepositoryView, described: Release | undefined): ReleaseView | null {
  return described === undefined ? null : { __typename: 'Release', repository, described };
}

function createdAt({ createdAt: created, publishedAt: published }: Release): string {
  return created ?? published ?? BEGINNING;
}

function publishedAt(release: Release): string | null {
  if (release.publishedAt !== undefined) return release.publishedAt;
  return release.draft === true ? null : createdAt(release);
}

function idOf({ repository, described }: ReleaseView): [string, string] {
  return [fullNameOf(repository.described), described.tag];
}

function page({ repository, described }: ReleaseView): string {
  return `${addressOf(repository.described)}/releases/tag/${described.tag}`;
}
