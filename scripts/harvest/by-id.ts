/** Hexadecimal digits that choose a bucket: about one commit in each, of a history of a million. */
const DIGITS = 5;

/**
 * Commits by their ids, whole or abbreviated. An id is a random number already: its own digits lead to the bucket, where
 * a map would have to compute a hash of each text that it is asked for.
 */
export class ById<Item extends { id: string }> {
  private readonly items: Item[] = [];
  /** By bucket: the place of its newest item plus one; 0 where it is empty. */
  private readonly newest = new Int32Array(16 ** DIGITS);
  /** By place: the item before it in the same bucket, likewise. */
  private readonly before: number[] = [];

  get size(): number {
    return this.items.length;
  }

  /** Takes in an item whose id is new. */
  add(item: Item): void {
    const bucket = bucketOf(item.id);
    this.before.push(this.newest[bucket] as number);
    this.newest[bucket] = this.items.push(item);
  }

  get(id: string): Item | undefined {
    let next = this.newest[bucketOf(id)] as number;
    while (next > 0 && this.items[next - 1]?.id !== id) next = this.before[next - 1] as number;
    return this.items[next - 1];
  }

  /** The one item whose id begins with `prefix`, of five digits at least; undefined where none or several do. */
  getAbbreviated(prefix: string): Item | undefined {
    const alike: (Item | undefined)[] = [];
    for (let next = this.newest[bucketOf(prefix)] as number; next > 0; next = this.before[next - 1] as number)
      if (this.items[next - 1]?.id.startsWith(prefix)) alike.push(this.items[next - 1]);
    return alike.length === 1 ? alike[0] : undefined;
  }
}

/** The number that an id's first digits are. */
function bucketOf(id: string): number {
  let bucket = 0;
  for (let place = 0; place < DIGITS; place += 1) bucket = bucket * 16 + digitOf(id.charCodeAt(place));
  return bucket;
}

/** 0 to 15 for a hexadecimal digit in lower case, some number in that range for anything else. */
function digitOf(code: number): number {
  return ((code & 15) + (code >= 0x61 ? 9 : 0)) & 15;
}
