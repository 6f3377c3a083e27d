/** Something that can be looked at one by one without being there as a whole. Arrays are such. */
export interface Sequence<Item> {
  readonly length: number;
  at(index: number): Item | undefined;
}

/** Another view of each item, made when it is looked at. */
export function mapped<Item, Other>(items: Sequence<Item>, change: (item: Item) => Other): Sequence<Other> {
  return {
    length: items.length,
    at: (index) => {
      const item = items.at(index);
      return item === undefined ? undefined : change(item);
    },
  };
}

/** The last first. */
export function reversed<Item>(items: Sequence<Item>): Sequence<Item> {
  return { length: items.length, at: (index) => items.at(items.length - 1 - index) };
}

/** The items from one place to before another. */
export function cut<Item>(items: Sequence<Item>, from: number, to: number): Item[] {
  const taken: Item[] = [];
  for (let index = from; index < to; index++) {
    const item = items.at(index);
    if (item !== undefined) taken.push(item);
  }
  return taken;
}
