import type { RootContent } from 'mdast';
import { TEXTS } from '../views/texts.ts';
import type { Announcement } from './announcement.ts';
import { joinedMarkdown, markdownOf, markdownPieces } from './markdown-text.ts';
import { paragraph, plain } from './note-tree.ts';
import { fitting, piecesOf } from './pieces.ts';
import { quietReferences } from './quiet-references.ts';

/**
 * GitHub refuses a release whose text is longer ("body is too long (maximum is 125000 characters)"). It counts
 * characters; here UTF-16 units are counted, of which a text never has fewer.
 */
export const GITHUB_CHARACTERS = 125_000;

/** Room for the line that tells what follows elsewhere: an address may be long. */
const LAST_LINE = 2_500;

/** A text with what of it was left out. */
export interface CutText {
  text: string;
  /** Entries that it says are to be read elsewhere. */
  following: number;
}

/** The text of a release on GitHub; the title stands above it there, so that it has none. */
export function githubForm(announcement: Announcement, limit = GITHUB_CHARACTERS): CutText {
  const pieces = markdownPieces(piecesOf(announcement), { level: 2, change: quietReferences });
  const { shown, following, whole } = fitting(pieces, {
    room: limit - 1,
    lastLine: LAST_LINE,
    sizeOf: ({ length }) => length,
  });
  const last = whole ? '' : `\n\n${markdownOf(lastLine(announcement, following))}`;
  return { text: `${`${joinedMarkdown(shown)}${last}`.trimStart()}\n`, following };
}

/** Says how much is left out, and where it is. */
export function lastLine({ address }: Pick<Announcement, 'address'>, following: number): RootContent {
  const words = TEXTS.announce;
  const more = plain(words.follow(following));
  if (address === null) return paragraph(more);
  return paragraph(more, plain(' '), { type: 'link', url: address, children: [plain(words.wholeNotes)] });
}
