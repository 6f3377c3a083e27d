/** "1 tag", "2 tags", "1,000 tags". */
export function counted(count: number, one: string, several: string = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}

/** "a", "a and b", "a, b and 3 more": no more than `most` are named. */
export function someOf(names: readonly string[], most = 4): string {
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
  const [last = '', ...rest] = names.toReversed();
  return rest.length === 0 ? last : `${rest.toReversed().join(', ')} and ${last}`;
}
