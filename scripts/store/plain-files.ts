import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../../src/records/index.ts';

/** What stands at a path of the ledger. */
export type Standing =
  | { is: 'file'; bytes: Buffer }
  | { is: 'gone' }
  /** Something whose bytes are not the ledger's own: `what` completes "it is …". */
  | { is: 'other'; what: string };

/**
 * Reads files of a ledger that are files indeed. What a link leads to may change, or lie outside of the ledger, so
 * neither a file nor a folder on its way may be one; and a pipe has no bytes at all.
 */
export class PlainFiles {
  private readonly content: string;
  /** Per folder: null where it is plain, else what is wrong with it. */
  private readonly folders = new Map<string, string | null>();

  constructor(content: string) {
    this.content = content;
  }

  /** `file` is a path from the content folder on. */
  at(file: string): Standing {
    const place = path.join(this.content, file);
    const stat = statOf(place);
    if (stat === undefined) return { is: 'gone' };
    if (!stat.isFile()) return { is: 'other', what: kindOf(stat) };
    const wrong = this.wrongFolder(path.posix.dirname(file));
    return wrong === null ? { is: 'file', bytes: fs.readFileSync(place) } : { is: 'other', what: wrong };
  }

  /** The bytes of a file; null where there is none. Throws a Fault for anything else. */
  read(file: string): Buffer | null {
    const standing = this.at(file);
    if (standing.is === 'file') return standing.bytes;
    if (standing.is === 'gone') return null;
    throw new Fault(`the ledger needs a file here, and it is ${standing.what}`, {
      place: { file: path.join(this.content, file) },
      hint: 'Put the file itself there.',
    });
  }

  /** What is wrong with a folder that is there: a link on its way leads elsewhere. Null where nothing is. */
  wrongFolder(folder: string): string | null {
    if (folder === '.' || folder === '') return null;
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const wrong = this.wrongFolder(path.posix.dirname(folder)) ?? wrongStep(path.join(this.content, folder));
    this.folders.set(folder, wrong);
    return wrong;
  }
}

function wrongStep(place: string): string | null {
  return statOf(place)?.isSymbolicLink() === true ? `behind a link to ${realPath(place) ?? 'nothing'}` : null;
}

function realPath(place: string): string | null {
  try {
    return fs.realpathSync.native(place);
  } catch {
    return null;
  }
}

function statOf(place: string): fs.Stats | undefined {
  try {
    return fs.lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    if (['ENOTDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

function kindOf(stat: fs.Stats): string {
  if (stat.isSymbolicLink()) return 'a link';
  return stat.isDirectory() ? 'a folder' : 'no file';
}
