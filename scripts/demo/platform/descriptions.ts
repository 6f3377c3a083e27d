import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Descriptions of pull requests in a folder of files such as "2846.md", by their numbers. */
export function readDescriptions(folder: string): Map<number, string> {
  const at = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
  return new Map(
    readdirSync(at)
      .filter((file) => /^\d+\.md$/.test(file))
      .map((file) => [Number.parseInt(file, 10), readFileSync(path.join(at, file), 'utf8').trimEnd()]),
  );
}
