import type { PhrasingContent, RootContent } from 'mdast';
import type { PublicRelease } from '../notes/public-release.ts';
import { releasePath } from '../views/paths.ts';
import { TEXTS } from '../views/texts.ts';
import { dayOf } from '../views/time-view.ts';
import type { ItemContext } from './item-blocks.ts';
import { bold, paragraph, plain } from './note-tree.ts';
import { linkTo, versionLink } from './site-links.ts';

/** What a reader has to know of a release before its entries: may it be used, since when, and against what. */
export function leadOf(release: PublicRelease, context: ItemContext): RootContent[] {
  return [
    ...withdrawalNotice(release, context),
    ...prereleaseNotice(release, context),
    factLine(release, context),
    ...release.updates.map(({ at, text }) =>
      paragraph(bold(TEXTS.announce.corrected(dayOf(at).shown)), plain(' '), plain(text)),
    ),
  ];
}

function withdrawalNotice({ withdrawn }: PublicRelease, context: ItemContext): RootContent[] {
  if (withdrawn === null) return [];
  const { reason, use, at } = withdrawn;
  const words = TEXTS.release;
  const since = at === null ? words.withdrawn : `${words.withdrawnOn} ${dayOf(at).shown}`;
  const children = [
    paragraph(bold(`⊘ ${since}. ${words.withdrawnDo}`)),
    paragraph(plain(reason)),
    ...(use === null ? [] : [paragraph(useInstead(use, context))]),
  ];
  return [{ type: 'blockquote', children }];
}

function useInstead(version: string, { site, product, known }: ItemContext): PhrasingContent {
  const words = TEXTS.release.useInstead(version);
  const link = known.has(version) ? linkTo(site, releasePath(product, version), words) : plain(words);
  return { type: 'strong', children: [link] };
}

function prereleaseNotice(
  { prerelease, foldedInto }: PublicRelease,
  { site, product, known }: ItemContext,
): RootContent[] {
  if (!prerelease) return [];
  const words = TEXTS.release;
  if (foldedInto === null) return [paragraph(bold(words.prereleaseOpen))];
  return [
    paragraph(
      bold(words.prereleaseOf),
      plain(' '),
      versionLink(site, product, known, foldedInto),
      plain('.'),
    ),
  ];
}

/** "Released on 3 February 2026 · Changes since 1.8.1 · Read this on the site". */
function factLine(release: PublicRelease, { site, product, known }: ItemContext): RootContent {
  const words = TEXTS.announce;
  const version = (each: string) => versionLink(site, product, known, each);
  const facts: PhrasingContent[][] = [
    [plain(words.released(dayOf(release.date).shown))],
    ...(release.previous === null ? [] : [[plain(`${words.since} `), version(release.previous)]]),
    ...(release.folds.length === 0
      ? []
      : [[plain(`${words.includes} `), ...commas(release.folds.map(version))]]),
    ...(site.address === null ? [] : [[linkTo(site, release.address, words.onTheSite)]]),
  ];
  return paragraph(...facts.flatMap((fact, index) => (index === 0 ? fact : [plain(' · '), ...fact])));
}

function commas(items: readonly PhrasingContent[]): PhrasingContent[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [plain(', '), item]));
}
