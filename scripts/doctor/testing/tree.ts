import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Files by path; null for one that is left out, `to` for a link. */
export type Tree = Readonly<Record<string, string | null | { to: string }>>;

/** Writes files below a folder. */
export function writeTree(folder: string, tree: Tree): void {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(tree)) {
    if (text === null) continue;
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    if (typeof text === 'string') writeFileSync(path.join(folder, file), text);
    else symlinkSync(text.to, path.join(folder, file));
  }
}
