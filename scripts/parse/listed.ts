/** A field of a record that is left out where its list is empty, to be spread into the others. */
export function listed<Key extends string, Item>(key: Key, items: Item[]): { [key in Key]?: Item[] } {
  return items.length > 0 ? ({ [key]: items } as { [key in Key]: Item[] }) : {};
}
