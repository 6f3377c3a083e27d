import { createHash } from 'node:crypto';

/** A digest that a registry or builder could have given: made of what it is of, so that it never changes. */
export function digestOf(...parts: readonly string[]): string {
  return `sha256:${createHash('sha256').update(parts.join('\n')).digest('hex')}`;
}

/** A number from 0 up to, not with, `below`: the same for the same words. */
export function numberOf(below: number, ...parts: readonly string[]): number {
  return createHash('sha256').update(parts.join('\n')).digest().readUInt32BE() % below;
}
