import { TEXTS } from '../views/texts.ts';
import type { Announcement } from './announcement.ts';
import { headlineCounts } from './counts.ts';
import { type CutText, lastLine } from './github-form.ts';
import { htmlPieces, joinedHtml } from './html-pieces.ts';
import { escapeHtml, htmlOf } from './html-text.ts';
import { dressForMail, MAIL_STYLES } from './mail-dress.ts';
import { fitting, piecesOf } from './pieces.ts';

/** Gmail clips what is longer than 102 KB, and with it whatever stands at the end. */
export const MAIL_BYTES = 100_000;

/** Room for what stands around the notes. */
const FRAME = 6_000;

/** Bytes of a list's tags and of the line break in front of a piece. */
const PIECE = 80;

/** A subject of more characters is cut by mail programs, and by some servers refused. */
const SUBJECT_CHARACTERS = 200;

/**
 * A mail: tables for the layout, a style on each element, no picture, no script, nothing from elsewhere. Its subject is
 * the title of the document.
 */
export function mailForm(announcement: Announcement, limit = MAIL_BYTES): CutText {
  const pieces = htmlPieces(piecesOf(announcement), dressForMail);
  const { shown, following, whole } = fitting(pieces, {
    room: limit - FRAME,
    lastLine: 0,
    sizeOf: (text) => byteLength(text) + PIECE,
  });
  const last = whole ? '' : `\n${htmlOf([lastLine(announcement, following)], dressForMail)}`;
  const body = `${joinedHtml(shown, `<ul style="${MAIL_STYLES.list}">`)}${last}`;
  return { text: framed(announcement, body), following };
}

/** The subject of the mail, in one line. */
export function subjectOf({ title, release }: Announcement): string {
  const words = TEXTS.announce;
  if (release.withdrawn !== null) return shortened(title);
  return shortened(release.prerelease ? words.prereleaseSubject(title) : words.subject(title));
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length <= SUBJECT_CHARACTERS
    ? characters.join('')
    : `${characters.slice(0, SUBJECT_CHARACTERS - 1).join('')}…`;
}

function framed(announcement: Announcement, body: string): string {
  const { page, hidden, sheet, body: cell, title } = MAIL_STYLES;
  const table = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subjectOf(announcement))}</title>
</head>
<body style="${page}">
<div style="${hidden}">${escapeHtml(shortened(headlineCounts(announcement)))}</div>
<table ${table} width="100%" bgcolor="#f3f2ee">
<tr><td align="center" style="padding:24px 12px;">
<table ${table} width="600" bgcolor="#fffefb" style="${sheet}">
<tr><td align="left" style="${cell}">
<h1 dir="auto" style="${title}">${escapeHtml(shortened(announcement.title))}</h1>
${body}
${footer(announcement)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function footer({ address }: Announcement): string {
  if (address === null) return '';
  const link = htmlOf(
    [{ type: 'link', url: address, children: [{ type: 'text', value: TEXTS.announce.onTheSite }] } as never],
    dressForMail,
  );
  return `<p style="${MAIL_STYLES.foot}">${link}</p>\n`;
}

const ENCODER = new TextEncoder();

function byteLength(text: string): number {
  return ENCODER.encode(text).length;
}
