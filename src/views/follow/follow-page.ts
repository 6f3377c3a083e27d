import {
  badgePath,
  changelogPath,
  FEEDS,
  productPath,
  type ReleaseFile,
  releaseFilePath,
  whatsNewPath,
} from '../paths.ts';
import { latestOf, type ProductSource } from '../release-view.ts';
import { TEXTS } from '../texts.ts';
import { ANNOUNCEMENT_FILES } from './announcement-files.ts';
import { type FeedFormat, feedFiles } from './feed-files.ts';

/** A text that readers take with them, and what it is. */
export interface Snippet {
  label: string;
  text: string;
}

/** A feed in its formats. */
export interface FollowedFeed {
  name: string;
  means: string;
  formats: { format: FeedFormat; name: string; href: string; address: string; copy: string }[];
}

/** A file with what it is. */
export interface FollowedFile {
  href: string;
  name: string;
  means: string;
}

/** What the page tells: every way to hear of a product's releases. */
export interface FollowPage {
  feeds: FollowedFeed[];
  badge: { src: string; alt: string; snippets: Snippet[] };
  embed: { href: string; snippet: Snippet };
  files: FollowedFile[];
}

/** Pixels that five releases with their headlines take. */
const EMBED_HEIGHT = 480;

/** All ways to follow a product. `absolute` makes an address of a path of the site. */
export function followPage(source: ProductSource, absolute: (path: string) => string): FollowPage {
  return {
    feeds: followedFeeds(source.id, absolute),
    badge: followedBadge(source, absolute),
    embed: followedEmbed(source, absolute),
    files: followedFiles(source),
  };
}

function followedFeeds(product: string, absolute: (path: string) => string): FollowedFeed[] {
  const words = TEXTS.follow;
  const files = feedFiles(product);
  return FEEDS.map((choice) => ({
    name: words.feed[choice],
    means: words.feedMeans[choice],
    formats: files
      .filter((file) => file.choice === choice)
      .map(({ format, href }) => ({
        format,
        href,
        name: words.formats[format],
        address: absolute(href),
        copy: words.copyWhat(words.feedTitle(words.formats[format], words.feed[choice])),
      })),
  }));
}

/** What a badge says of a product: its latest version that one may use. */
export function badgeOf({ product, notes }: Pick<ProductSource, 'product' | 'notes'>): {
  label: string;
  value: string;
  title: string;
} {
  const value = latestOf(notes)?.note.version ?? TEXTS.announce.noneYet;
  return { label: product.name, value, title: TEXTS.follow.badgeAlt(product.name, value) };
}

function followedBadge(source: ProductSource, absolute: (path: string) => string): FollowPage['badge'] {
  const { title } = badgeOf(source);
  const [picture, page] = [absolute(badgePath(source.id)), absolute(productPath(source.id))];
  // A text that names a version would be wrong in the reader's file after the next release.
  const alt = TEXTS.follow.badgeAlt(source.product.name, '').replace(/:\s*$/, '');
  return {
    src: badgePath(source.id),
    alt: title,
    snippets: [
      { label: TEXTS.follow.inMarkdown, text: `[![${markdownWords(alt)}](${picture})](${page})` },
      {
        label: TEXTS.follow.inHtml,
        text: `<a href="${page}"><img src="${picture}" alt="${attribute(alt)}" height="20"></a>`,
      },
    ],
  };
}

function followedEmbed({ id, product }: ProductSource, absolute: (path: string) => string) {
  const href = whatsNewPath(id);
  const title = attribute(TEXTS.follow.whatsNew(product.name));
  const text = `<iframe src="${absolute(href)}" title="${title}" width="100%" height="${EMBED_HEIGHT}" loading="lazy"></iframe>`;
  return { href, snippet: { label: TEXTS.follow.inHtml, text } };
}

function followedFiles({ id, notes }: ProductSource): FollowedFile[] {
  const words = TEXTS.follow;
  const latest = latestOf(notes)?.note.version;
  const beside = (file: keyof typeof words.releaseFileMeans & ReleaseFile): FollowedFile[] =>
    latest === undefined
      ? []
      : [
          {
            href: releaseFilePath(id, latest, file),
            name: `${latest}/${file}`,
            means: words.releaseFileMeans[file],
          },
        ];
  return [
    { href: changelogPath(id), name: 'CHANGELOG.md', means: words.changelogMeans },
    ...ANNOUNCEMENT_FILES.flatMap(({ file }) => beside(file)),
  ];
}

function attribute(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function markdownWords(words: string): string {
  return words.replace(/[\\[\]]/g, '\\$&');
}
