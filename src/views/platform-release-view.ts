import { spelledOut } from '../markdown/harmless.ts';
import type { PlatformRelease } from '../records/pull-request.ts';
import type { Release } from '../records/release.ts';
import { accountView } from './account-view.ts';
import { PLATFORM } from './change-texts.ts';
import {
  accountPart,
  codePart,
  type FactPart,
  type FactView,
  factsOf,
  linkPart,
  markPart,
  textPart,
  timePart,
} from './fact-view.ts';
import { momentOf } from './time-view.ts';

/** A file that is attached to a release. */
export interface AssetView {
  name: string;
  /** In bytes. */
  size: string;
}

/** A release as the platform has it, beside our record of it. */
export interface PlatformReleaseView {
  facts: FactView[];
  assets: AssetView[];
  /** Files for which there are no rows left, a line each. */
  further: string[];
  description: string;
}

/** Files that get a row. */
const ROWS = 30;

/** A release as the platform published it; `ours` is what git says of it. */
export function platformReleaseView(
  release: PlatformRelease,
  ours: Pick<Release, 'tag' | 'prerelease' | 'aliases'>,
  description: string,
  timeZone: string,
): PlatformReleaseView {
  const assets = (release.assets ?? []).map(assetView);
  return {
    facts: platformFacts(release, ours, timeZone),
    assets: assets.slice(0, ROWS),
    further: assets.slice(ROWS).map(({ name, size }) => `${name}  ${size}`),
    description: spelledOut(description),
  };
}

type Ours = Pick<Release, 'tag' | 'prerelease' | 'aliases'>;

function platformFacts(release: PlatformRelease, ours: Ours, timeZone: string): FactView[] {
  const { createdAt, publishedAt } = release;
  return factsOf(
    [PLATFORM.commit, commitParts(release, ours)],
    [PLATFORM.tag, tagParts(release, ours)],
    [PLATFORM.name, release.name === null ? undefined : textPart(spelledOut(release.name))],
    [PLATFORM.author, accountPart(accountView(release.author))],
    [
      PLATFORM.published,
      publishedAt === null
        ? markPart('danger', '▲', PLATFORM.unpublished)
        : timePart(momentOf(publishedAt, timeZone)),
    ],
    [PLATFORM.created, timePart(momentOf(createdAt, timeZone))],
    [PLATFORM.state, stateParts(release, ours)],
    [PLATFORM.address, linkPart(release.url, release.url)],
  );
}

/** The same commit is the whole point: anything else is said loudly. */
function commitParts({ commit }: PlatformRelease, { tag }: Ours): FactPart[] {
  if (commit === null) return [markPart('danger', '▲', PLATFORM.gone)];
  const isSame = commit === tag.commit;
  return [
    codePart(commit),
    isSame ? markPart('good', '✓', PLATFORM.same) : markPart('danger', '▲', PLATFORM.other),
  ];
}

function tagParts({ tag }: PlatformRelease, { tag: ours, aliases = [] }: Ours): FactPart[] {
  const isKnown = [ours.name, ...aliases].includes(tag);
  const shown = textPart(spelledOut(tag));
  return isKnown ? [shown] : [shown, markPart('caution', '≠', PLATFORM.otherTag)];
}

function stateParts({ draft, prerelease }: PlatformRelease, ours: Ours): FactPart[] {
  const word = textPart(prerelease ? PLATFORM.prerelease : PLATFORM.final);
  return [
    ...(draft ? [markPart('danger', '▲', PLATFORM.draft)] : []),
    word,
    ...(prerelease === ours.prerelease ? [] : [markPart('caution', '≠', PLATFORM.otherKind)]),
  ];
}

function assetView({ name, size }: NonNullable<PlatformRelease['assets']>[number]): AssetView {
  return { name: spelledOut(name), size: size.toLocaleString('en-GB') };
}
