import { hash } from 'node:crypto';

/** A digest that fits into a file's name. */
export function digestOf(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'base64url');
}

/** A value as text: the same value, the same text. Maps and sets are told apart from lists. */
export function textOfValue(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => {
      if (part instanceof Map) return { '@map': [...part] };
      if (part instanceof Set) return { '@set': [...part] };
      return part;
    }) ?? 'undefined'
  );
}
