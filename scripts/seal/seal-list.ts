import path from 'node:path';
import { Fault } from '../../src/records/index.ts';
import { PlainFiles } from '../store/plain-files.ts';
import { SEAL_LIST } from '../store/sealed-files.ts';

export { SEAL_LIST };

/** One seal of the chain. */
export interface ListedSeal {
  /** "sha256:…" of the seal's bytes. */
  digest: string;
  /** From the content folder on. */
  path: string;
}

/** No folder of a path is "." or "..": what is read lies inside of the ledger. */
const LINE = /^([0-9a-f]{64}) {2}(ledger(?:\/(?!\.{1,2}(?:\/|$))[^/\\\p{Cc}]+)+\.json)$/u;

/** Reads the chain. Throws a Fault with the line for one that is none, as after a merge of two branches. */
export function readSealList(content: string): ListedSeal[] {
  const text = new PlainFiles(content).read(SEAL_LIST)?.toString('utf8') ?? '';
  const lines = text.split('\n');
  if (lines.pop() !== '') throw broken(content, lines.length + 1, 'its last line has no end');
  return lines.map((line, index) => {
    const [, hex, file] = LINE.exec(line) ?? [];
    if (hex === undefined || file === undefined)
      throw broken(
        content,
        index + 1,
        `expected a digest, two blanks and a path, not ${JSON.stringify(line)}`,
      );
    return { digest: `sha256:${hex}`, path: file };
  });
}

/** The list's text. */
export function sealListText(seals: readonly ListedSeal[]): string {
  return seals.map(({ digest, path: file }) => `${digest.slice('sha256:'.length)}  ${file}\n`).join('');
}

function broken(content: string, line: number, what: string): Fault {
  return new Fault(what, {
    place: { file: path.join(content, SEAL_LIST), line },
    hint: 'Two branches that both sealed cannot be merged line by line: keep one, and seal the other release again.',
  });
}
