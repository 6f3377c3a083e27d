import type { Typeface } from './typeface.ts';

/** A text in the size in which it fits. */
export interface FittedText {
  text: string;
  size: number;
}

/** How far a text is made smaller before it is cut. */
const SMALLEST = 0.35;
const STEP = 4;

/** Makes a text smaller until it fits, and cuts one that is still too long. */
export function fitText(typeface: Typeface, text: string, size: number, room: number): FittedText {
  for (let smaller = size; smaller >= size * SMALLEST; smaller -= STEP)
    if (typeface.widthOf(text, smaller) <= room) return { text, size: smaller };
  const smallest = size - STEP * Math.floor((size * (1 - SMALLEST)) / STEP);
  return { text: cutText(typeface, text, smallest, room), size: smallest };
}

/** Breaks a text into at most `most` lines; what is left over is cut. */
export function breakText(
  typeface: Typeface,
  text: string,
  { size, room, most }: { size: number; room: number; most: number },
): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    const isFull = lines.length === most;
    if (lines.length > 0 && (isFull || typeface.widthOf(longer, size) <= room))
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => cutText(typeface, line, size, room));
}

function cutText(typeface: Typeface, text: string, size: number, room: number): string {
  if (typeface.widthOf(text, size) <= room) return text;
  const characters = [...text];
  let [fits, longer] = [0, characters.length];
  while (longer - fits > 1) {
    const middle = (fits + longer) >> 1;
    const isShort = typeface.widthOf(`${characters.slice(0, middle).join('')}…`, size) <= room;
    [fits, longer] = isShort ? [middle, longer] : [fits, middle];
  }
  return `${characters.slice(0, fits).join('').trimEnd()}…`;
}
