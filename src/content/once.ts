/**
 * Remembers what `read` returned for a key, so that a thousand pages read a record once. The development
 * server reads anew each time: there the records may change between two requests.
 */
export function once<Value>(read: (key: string) => Value): (key: string) => Value {
  const kept = new Map<string, Value>();
  return (key) => {
    const before = kept.get(key);
    if (before !== undefined && process.env['NODE_ENV'] !== 'development') return before;
    const value = read(key);
    kept.set(key, value);
    return value;
  };
}

/** Remembers only what `read` returned last: for big things that a few pages in a row need. */
export function lately<Value>(read: (key: string) => Value): (key: string) => Value {
  let last: { key: string; value: Value } | undefined;
  return (key) => {
    if (last?.key === key && process.env['NODE_ENV'] !== 'development') return last.value;
    const value = read(key);
    last = { key, value };
    return value;
  };
}
