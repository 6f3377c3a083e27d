import fs from 'node:fs';
import path from 'node:path';

/** A clone as a policy names it: beside the ledger relative to it, so that both can move together. */
export function writtenPath(folder: string, content: string): string {
  const root = path.dirname(realPath(content));
  const relative = path.relative(root, realPath(folder));
  const inside = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return inside ? path.posix.join('..', relative.split(path.sep).join('/')) : folder;
}

/** Also of a folder that is not there yet: its parent may be behind a link. */
function realPath(folder: string): string {
  try {
    return fs.realpathSync(folder);
  } catch {
    const absolute = path.resolve(folder);
    const parent = path.dirname(absolute);
    return parent === absolute ? absolute : path.join(realPath(parent), path.basename(absolute));
  }
}
