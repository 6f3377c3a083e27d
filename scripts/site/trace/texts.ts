import { beginOf, type Parts, patchParts } from './parts.ts';

/** Texts end to end; each ends where so many UTF-16 units are over. */
export interface PackedTexts extends Parts {
  bytes: Uint8Array;
}

/** Texts that were laid end to end, each cut out when it is asked for. */
export interface Texts extends Parts {
  /** All of them. */
  whole: string;
  at(place: number): string;
}

/** Lays texts end to end. */
export function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Int32Array(texts.length);
  let end = 0;
  for (const [place, { length }] of texts.entries()) {
    end += length;
    ends[place] = end;
  }
  return { ends, bytes: Buffer.from(texts.join('')) };
}

/** Texts that were laid end to end. */
export function textsIn({ ends, bytes }: PackedTexts): Texts {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return { ends, whole, at: (place) => whole.slice(beginOf({ ends }, place), ends[place]) };
}

/** Lays `count` texts end to end of which most are as they were; `textOf` tells those of `changed`, and the new ones. */
export function patchTexts(
  texts: Texts,
  changed: readonly number[],
  count: number,
  textOf: (place: number) => string,
): PackedTexts {
  const pieces: string[] = [];
  const ends = patchParts(texts, changed, count, {
    keep: (begin, end) => void pieces.push(texts.whole.slice(begin, end)),
    put(place) {
      const text = textOf(place);
      pieces.push(text);
      return text.length;
    },
  });
  return { ends, bytes: Buffer.from(pieces.join('')) };
}
