import { blankCanvas, type Canvas, fillArea, frameArea, wipe, writeText } from './canvas.ts';
import type { Card, CardCount } from './card.ts';
import { breakText, fitText } from './fit-text.ts';
import type { Colour } from './palette.ts';
import type { Typeface } from './typeface.ts';

/** The size that pages which show a link to others expect (https://ogp.me). */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

const LEFT = 136;
const ROOM = CARD_SIZE.width - LEFT - 80;
const SMALL = 30;
const TEXT = 36;
const FOOT = 500;

/** A leaf of a card's size. */
export function blankCard(): Canvas {
  return blankCanvas(CARD_SIZE.width, CARD_SIZE.height);
}

/** Draws a card: a leaf of a logbook with its margin line. An earlier card's leaf is wiped and used again. */
export function drawCard(card: Card, typeface: Typeface, canvas = blankCard()): Canvas {
  wipe(canvas);
  fillArea(canvas, { left: 96, top: 0, width: 3, height: CARD_SIZE.height }, 'accent', 1 / 3);
  writeText(canvas, typeface, { text: card.site, left: LEFT, baseline: 88, size: SMALL, colour: 'faded' });
  drawMark(canvas, typeface, card.mark);
  if (card.kicker !== null) drawFitted(canvas, typeface, card.kicker, [204, 64, 'accent']);
  drawFitted(canvas, typeface, card.title, [346, card.kicker === null ? 116 : 148, 'ink']);
  drawText(canvas, typeface, card.text);
  drawCounts(canvas, typeface, card.counts);
  return canvas;
}

function drawFitted(
  canvas: Canvas,
  typeface: Typeface,
  text: string,
  [baseline, size, colour]: [number, number, Colour],
): void {
  const fitted = fitText(typeface, text, size, ROOM);
  writeText(canvas, typeface, { ...fitted, left: LEFT, baseline, colour });
}

function drawText(canvas: Canvas, typeface: Typeface, text: string): void {
  const lines = breakText(typeface, text, { size: TEXT, room: ROOM, most: 2 });
  for (const [at, line] of lines.entries()) {
    const baseline = 412 + at * Math.round(TEXT * 1.3);
    writeText(canvas, typeface, { text: line, left: LEFT, baseline, size: TEXT, colour: 'faded' });
  }
}

/** A word in a frame at the upper right: never told by colour alone. */
function drawMark(canvas: Canvas, typeface: Typeface, mark: Card['mark']): void {
  if (mark === null) return;
  const width = Math.ceil(typeface.widthOf(mark.text, SMALL)) + 48;
  const left = LEFT + ROOM - width;
  frameArea(canvas, { left, top: 48, width, height: 58 }, 3, mark.tone);
  writeText(canvas, typeface, {
    ...{ text: mark.text, left: left + 24, baseline: 87 },
    ...{ size: SMALL, colour: mark.tone },
  });
}

function drawCounts(canvas: Canvas, typeface: Typeface, counts: readonly CardCount[]): void {
  if (counts.length === 0) return;
  fillArea(canvas, { left: LEFT, top: FOOT, width: ROOM, height: 2 }, 'faded', 1 / 4);
  let left = LEFT;
  for (const { count, label, tone } of counts) {
    const width = Math.max(typeface.widthOf(count, 48), typeface.widthOf(label, 26));
    if (left + width > LEFT + ROOM) return;
    writeText(canvas, typeface, { text: count, left, baseline: FOOT + 60, size: 48, colour: tone });
    writeText(canvas, typeface, { text: label, left, baseline: FOOT + 96, size: 26, colour: 'faded' });
    left += Math.ceil(width) + 56;
  }
}
