import { z } from 'zod';
import { Fault, InstantSchema } from '../../../src/records/index.ts';
import { guessPatterns, versionOfTag } from '../tag-patterns.ts';
import { cleanText } from './clean-text.ts';
import { composeBody } from './compose-body.ts';
import {
  type GivenFile,
  type ImportedVersion,
  type ReadImport,
  type UnreadLine,
  unreadLine,
} from './imported-version.ts';
import { recordLines } from './json-lines.ts';
import { markdownStretches } from './markdown-stretches.ts';
import { isTooDeep, TOO_DEEP } from './nesting.ts';
import { withoutMarks } from './note-marks.ts';
import { readVersionHeading } from './version-heading.ts';

/** What the REST list and the command line of GitHub both say of a release, under the name of either. */
const ReleaseSchema = z
  .object({
    tag_name: z.string().optional(),
    tagName: z.string().optional(),
    draft: z.boolean().optional(),
    isDraft: z.boolean().optional(),
    prerelease: z.boolean().optional(),
    isPrerelease: z.boolean().optional(),
    published_at: z.string().nullish(),
    publishedAt: z.string().nullish(),
    body: z.string().nullish(),
  })
  .transform((told) => ({
    tag: told.tag_name ?? told.tagName ?? '',
    draft: told.draft ?? told.isDraft ?? false,
    prerelease: told.prerelease ?? told.isPrerelease ?? false,
    published: told.published_at ?? told.publishedAt ?? null,
    body: told.body,
  }));
type Told = z.infer<typeof ReleaseSchema>;

/** As many as are shown on a page of GitHub, times a thousand: more is no list of releases. */
const LONGEST = 200_000;

/** True for what looks like GitHub's releases, without reading them whole. */
export function looksLikeReleases(text: string): boolean {
  return /^\s*[[{]/.test(text) && /"(?:tag_name|tagName)"\s*:/.test(text.slice(0, 200_000));
}

/**
 * Reads releases as GitHub's REST list gives them, several pages too, or `gh release list/view --json`. `patterns` are
 * those of the product's tags; empty: they are guessed. Throws a Fault for what is no JSON.
 */
export function readGitHubReleases(
  { name, text }: GivenFile,
  patterns: readonly string[],
  product: string,
): ReadImport {
  const unread: UnreadLine[] = [];
  const told = recordLines(text, name).flatMap(({ value, line }) => {
    const release = ReleaseSchema.safeParse(value);
    if (release.success && release.data.tag !== '') return [{ line, ...release.data }];
    unread.push(unreadLine(name, line, JSON.stringify(value) ?? '', 'it is no release: it names no tag'));
    return [];
  });
  const own =
    patterns.length > 0
      ? patterns
      : guessPatterns(
          told.map(({ tag }) => tag),
          [product],
        ).patterns;
  const versions: ImportedVersion[] = [];
  for (const release of told) {
    const read = readRelease(release, own, name);
    unread.push(...read.unread);
    if (read.version !== null) versions.push(read.version);
  }
  return { format: 'github-releases', versions, unread };
}

function readRelease(
  told: Told & { line: number },
  patterns: readonly string[],
  file: string,
): { version: ImportedVersion | null; unread: UnreadLine[] } {
  const refuse = (why: string) => ({ version: null, unread: [unreadLine(file, told.line, told.tag, why)] });
  const version = versionOfTag(told.tag, patterns);
  if (told.draft) return refuse('it is a draft: only releases are brought over');
  if (version === null) return refuse(`its tag is not of the product’s pattern ${patterns.join(', ')}`);
  if (told.body === undefined)
    return refuse(
      'it has no text: export it with "body", as gh release view TAG --json tagName,publishedAt,isPrerelease,body does',
    );
  const { text, unread } = cleanText(told.body ?? '', file);
  if (text.length > LONGEST) return refuse(`one version of ${text.length} characters is no release note`);
  const body = bodyOf(text, version);
  if (body === null) return refuse(TOO_DEEP);
  return {
    unread: unread.map((row) => ({ ...row, line: told.line })),
    version: {
      version,
      date: publishedAt(told.published),
      prerelease: told.prerelease,
      yanked: false,
      body,
      file,
      line: told.line,
      source: text,
    },
  };
}

/** A first heading that only repeats the version says nothing more. */
function bodyOf(text: string, version: string): string | null {
  if (isTooDeep(text)) return null;
  const [first = '', ...more] = text.trimStart().split('\n');
  const heading = /^#{1,6}\s+(.*)$/.exec(first)?.[1];
  const meaning = heading === undefined ? null : readVersionHeading(heading, false);
  const repeats = meaning?.kind === 'version' && meaning.version === version && meaning.words === '';
  try {
    return withoutMarks(composeBody(markdownStretches(repeats ? more.join('\n') : text)));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function publishedAt(published: string | null): ImportedVersion['date'] {
  if (published === null || Number.isNaN(Date.parse(published))) return null;
  const at = `${new Date(published).toISOString().slice(0, 19)}+00:00`;
  return InstantSchema.safeParse(at).success ? { at, dated: 'platform' } : null;
}

/** Throws a Fault for a file that names no release at all. */
export function requireReleases({ versions, unread }: ReadImport, file: string): void {
  if (versions.length === 0 && unread.length === 0)
    throw new Fault('there is no release in it', { place: { file, line: 1 } });
}
