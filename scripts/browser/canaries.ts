import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isScalar, parseDocument, visit } from 'yaml';
import { filesBelow } from './built-editions.ts';

/** How every canary starts: a word that no record has. */
export const CANARY = 'kanarienvogel';

/**
 * Puts a canary into every string of the front matter and into the body of every record below a folder, and
 * into the records' file names. Returns how many were put. The records are of no use afterwards.
 */
export async function plantCanaries(folder: string): Promise<number> {
  let planted = 0;
  const next = (): string => {
    planted += 1;
    return `${CANARY}${planted}`;
  };
  for (const file of await filesBelow(folder)) {
    const place = path.join(folder, file);
    await writeFile(place, withCanaries(await readFile(place, 'utf8'), next));
    await rename(place, path.join(path.dirname(place), `${next()}-${path.basename(place)}`));
  }
  return planted;
}

function withCanaries(text: string, next: () => string): string {
  const [, yaml = '', body = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const document = parseDocument(yaml);
  visit(document, {
    Scalar: (key, node) => {
      if (key !== 'key' && isScalar(node) && typeof node.value === 'string')
        node.value = `${node.value} ${next()}`;
    },
  });
  return `---\n${document.toString()}---\n${next()}\n${body}\n${next()}\n`;
}
