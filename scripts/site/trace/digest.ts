import { hash } from 'node:crypto';

/** A digest that fits into a file's name. */
export function digestOf(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'base64url');
}

/** A value as text: the same value, the same text. Maps and sets are told apart from lists. */
export function textOfValue(value: unknown): string {
  // To look at each part while it is written takes far longer than to look for maps first.
  return JSON.stringify(value, holdsCollections(value) ? named : undefined) ?? 'undefined';
}

function holdsCollections(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsCollections);
  if (value instanceof Map || value instanceof Set) return true;
  for (const key in value) if (holdsCollections(value[key as keyof typeof value])) return true;
  return false;
}

function named(_key: string, part: unknown): unknown {
  if (part instanceof Map) return { '@map': [...part] };
  if (part instanceof Set) return { '@set': [...part] };
  return part;
}
