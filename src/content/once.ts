import { type Remembering, tracker } from './tracking.ts';

/**
 * Remembers what `read` returned for a key, so that a thousand pages read a record once. `name` tells it apart from all
 * others, from build to build. The development server reads anew each time: there the records may change between two
 * requests.
 */
export function once<Value>(
  name: string,
  read: (key: string) => Value,
  how: Remembering = {},
): (key: string) => Value {
  const tracked = tracker();
  if (tracked !== null) return tracked.remembered(name, read, how);
  const kept = new Map<string, Value>();
  return (key) => {
    const before = kept.get(key);
    if (before !== undefined && process.env['NODE_ENV'] !== 'development') return before;
    const value = read(key);
    if (how.room !== undefined && kept.size >= how.room) kept.clear();
    kept.set(key, value);
    return value;
  };
}

/** Remembers only what `read` returned last: for big things that a few pages in a row need. */
export function lately<Value>(name: string, read: (key: string) => Value): (key: string) => Value {
  return once(name, read, { room: 1 });
}
