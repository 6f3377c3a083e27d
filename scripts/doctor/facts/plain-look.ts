import fs from 'node:fs';

/** Whatever lies in a folder, in no order; nothing where it cannot be looked into. */
export function namesIn(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A file's text; null where there is none that can be read. */
export function textIn(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
