import { type PlatformRelease, SCHEMA_VERSION } from '../../../src/records/index.ts';
import type { ReleaseAnswer } from '../../sources/github/answers.ts';
import { accountOf, foreignLine, foreignText, platformInstant, present } from './values.ts';

/** A release as the platform published it, and its description, which is the record's body. */
export interface ParsedRelease {
  record: PlatformRelease;
  description: string;
}

/** Turns GitHub's answer into a record of a product's release. `repository` is "owner/name". */
export function parseRelease(
  answer: ReleaseAnswer,
  repository: string,
  product: string,
  version: string,
): ParsedRelease {
  const assets = present(answer.releaseAssets).map(({ name, size }) => ({ name: foreignLine(name), size }));
  const record: PlatformRelease = {
    schema: SCHEMA_VERSION,
    product,
    version,
    repository,
    url: answer.url,
    tag: answer.tagName,
    commit: answer.tagCommit?.oid ?? null,
    name: answer.name === null ? null : foreignLine(answer.name),
    author: accountOf(answer.author),
    createdAt: platformInstant(answer.createdAt),
    publishedAt: answer.publishedAt === null ? null : platformInstant(answer.publishedAt),
    draft: answer.isDraft,
    prerelease: answer.isPrerelease,
    ...(assets.length > 0 && { assets }),
  };
  return { record, description: foreignText(answer.description ?? '') };
}
