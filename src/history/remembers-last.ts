/**
 * Remembers at least the last half of `count` answers and at most `count`, so that memory does not grow with the ledger.
 * Two generations and no order between answers: to move each one that is asked for again to the end of a map costs more
 * than most answers do.
 */
export function remembersLast<Value>(count: number, read: (key: string) => Value): (key: string) => Value {
  const half = Math.ceil(count / 2);
  let young = new Map<string, Value>();
  let old = young;
  return (key) => {
    if (young.has(key)) return young.get(key) as Value;
    const value = old.has(key) ? (old.get(key) as Value) : read(key);
    if (young.size >= half) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
}
