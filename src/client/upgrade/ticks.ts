/** What a reader has done already, kept in the browser. */
export interface Ticks {
  has(key: string): boolean;
  set(key: string, done: boolean): void;
  clear(keys: readonly string[]): void;
}

/** The ticks of one product. Where the browser keeps nothing, they last as long as the page. */
export function ticksOf(product: string): Ticks {
  const place = `upgrade-done:${product}`;
  const done = new Set(kept(place));
  const save = (): void => {
    try {
      localStorage.setItem(place, JSON.stringify([...done]));
    } catch {
      // Storage is full or switched off.
    }
  };
  return {
    has: (key) => done.has(key),
    set(key, isDone) {
      if (isDone) done.add(key);
      else done.delete(key);
      save();
    },
    clear(keys) {
      for (const key of keys) done.delete(key);
      save();
    },
  };
}

/** Anybody may have written there. */
function kept(place: string): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}
