/** Texts end to end. */
export interface PackedTexts {
  /** How long each is, in UTF-16 units. */
  lengths: Int32Array;
  bytes: Uint8Array;
}

/** Lays texts end to end. */
export function packTexts(texts: readonly string[]): PackedTexts {
  return { lengths: Int32Array.from(texts, ({ length }) => length), bytes: Buffer.from(texts.join('')) };
}

/** Texts that were laid end to end, each cut out when it is asked for. */
export function textsIn({ lengths, bytes }: PackedTexts): { at(place: number): string; all(): string[] } {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const ends = endsOf(lengths);
  const at = (place: number): string => text.slice(place === 0 ? 0 : ends[place - 1], ends[place]);
  return { at, all: () => Array.from(lengths, (_, place) => at(place)) };
}

/** Where each of some parts ends that lie end to end. */
export function endsOf(lengths: Int32Array): Int32Array {
  const ends = new Int32Array(lengths.length);
  let end = 0;
  for (const [place, length] of lengths.entries()) {
    end += length;
    ends[place] = end;
  }
  return ends;
}
