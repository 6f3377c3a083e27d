import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RenderedPage } from './renderer.ts';

/**
 * Writes pages below a folder. Where `before` is told, a page that stands there already with the same bytes is not
 * written.
 */
export function pageWriter(folder: string, before: string | null): (page: RenderedPage) => void {
  const made = new Set<string>();
  return ({ file, bytes }) => {
    if (before !== null && isThere(path.join(before, file), bytes)) return;
    const place = path.join(folder, file);
    const inside = path.dirname(place);
    if (!made.has(inside)) mkdirSync(inside, { recursive: true });
    made.add(inside);
    writeFileSync(place, bytes);
  };
}

function isThere(place: string, bytes: Uint8Array): boolean {
  try {
    return Buffer.compare(readFileSync(place), bytes) === 0;
  } catch {
    return false;
  }
}
