import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Fault } from '../../src/records/index.ts';
import { PlainFiles } from './plain-files.ts';
import { isAlive } from './process-alive.ts';
import { isSameInOlderFormat } from './same-record.ts';
import { SealedFiles, sealedFault, textDigest } from './sealed-files.ts';

/** Where a command prepares what it writes, inside the content folder so that renaming is possible. */
const STAGE = '.pending';
const JOURNAL = 'journal.json';
const OWNER = 'owner';

interface PreparedFolder {
  /** Where its files are prepared. */
  staged: string;
  /** That place exists. */
  made: boolean;
  /** The ledger has the folder already. */
  there: boolean;
  /** What is sealed of its dossier, by file; null until it is asked for. A folder has many files. */
  sealed: ReadonlyMap<string, string> | null;
}

const JournalSchema = z.strictObject({
  /** From the content folder on. */
  deletes: z.array(z.string().refine(isInside, 'expected a path inside of the ledger')),
});
type Journal = z.infer<typeof JournalSchema>;

/** A sealed file that stayed as it was. */
export interface KeptFile {
  file: string;
  /** "sha256:…" of it as it was sealed. */
  sealed: string;
  /** The text that it would have now. */
  text: string;
}

/**
 * Writes all or nothing: files are prepared in a folder of their own, `commit` notes in a journal that they are
 * complete, and then renames them into place. A command that is killed before the journal leaves the ledger as
 * it was; one that is killed after it is finished by the next command (`recover`).
 */
export class Transaction {
  private readonly content: string;
  private readonly stage: string;
  private readonly folders = new Map<string, PreparedFolder>();
  private readonly deletes: string[] = [];
  private readonly sealed: SealedFiles;
  private complete = false;
  written = 0;
  /** Files that would have changed and are sealed. */
  readonly kept: KeptFile[] = [];

  /** Throws a Fault where another command is writing. */
  constructor(content: string) {
    recover(content);
    this.content = content;
    this.sealed = new SealedFiles(content);
    this.stage = path.join(content, STAGE);
    fs.mkdirSync(content, { recursive: true });
    const claim = claimOf(content);
    fs.rmSync(claim, { recursive: true, force: true });
    fs.mkdirSync(claim);
    fs.writeFileSync(path.join(claim, OWNER), String(process.pid));
    try {
      // Renaming onto a folder that is not empty fails: whoever is first has it.
      fs.renameSync(claim, this.stage);
    } catch (cause) {
      fs.rmSync(claim, { recursive: true, force: true });
      throw new Fault(`another command is writing to ${content}`, { hint: 'Wait for it to end.', cause });
    }
  }

  /**
   * Prepares a file; one that is there already with the same bytes is left alone. Throws a Fault where it is sealed with
   * other bytes.
   */
  write(file: string, text: string): void {
    if (this.put(file, text) !== null) throw sealedFault(file);
  }

  /**
   * The same for facts that a machine collects again: a sealed file stays as it is, and is among the `kept` ones. False
   * where it was kept.
   */
  writeUnlessSealed(file: string, text: string): boolean {
    const sealed = this.put(file, text);
    if (sealed !== null) this.kept.push({ file, sealed, text });
    return sealed === null;
  }

  /** Prepares a file of bytes that are kept as they are. One of that name is there already only with the same bytes. */
  writeBytes(file: string, bytes: Uint8Array): void {
    if (this.isThere(file)) return;
    if (this.sealedOtherwise(file, bytes) !== null) throw sealedFault(file);
    this.stageFile(file, bytes);
  }

  /** Prepares a sealed file without a value that has to go; a sealed record in the same transaction says so. */
  redact(file: string, bytes: Uint8Array): void {
    this.stageFile(file, bytes);
  }

  /** Prepares a file unless it is sealed with other bytes: gives the digest that it was sealed with then. */
  private put(file: string, text: string): string | null {
    if (this.folderOf(file).there && readIfThere(`${this.content}/${file}`) === text) return null;
    const sealed = this.sealedOtherwise(file, text);
    if (sealed === null) this.stageFile(file, text);
    return sealed === null || this.isSealedInOlderFormat(file, text, sealed) ? null : sealed;
  }

  /** A sealed record stays of its format for ever: what says the same in the newest one is nothing new. */
  private isSealedInOlderFormat(file: string, text: string, sealed: string): boolean {
    const now = readIfThere(`${this.content}/${file}`);
    return now !== null && textDigest(now) === sealed && isSameInOlderFormat(now, text, file);
  }

  private isThere(file: string): boolean {
    return this.folderOf(file).there && fs.existsSync(`${this.content}/${file}`);
  }

  /** What was sealed may be put back as it was, and nothing else into its place: not even where it is gone. */
  private sealedOtherwise(file: string, bytes: string | Uint8Array): string | null {
    const folder = this.folderOf(file);
    folder.sealed ??= this.sealed.beside(file);
    const sealed = folder.sealed.get(file);
    return sealed === undefined || sealed === textDigest(bytes) ? null : sealed;
  }

  private stageFile(file: string, bytes: string | Uint8Array): void {
    const folder = this.folderOf(file);
    if (!folder.made) fs.mkdirSync(folder.staged, { recursive: true });
    folder.made = true;
    fs.writeFileSync(`${folder.staged}/${file.slice(file.lastIndexOf('/') + 1)}`, bytes);
    this.written += 1;
  }

  private folderOf(file: string): PreparedFolder {
    const folder = file.slice(0, Math.max(file.lastIndexOf('/'), 0));
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const prepared = {
      staged: path.join(this.stage, 'files', folder),
      made: false,
      there: isPlainFolder(this.content, folder),
      sealed: null,
    };
    this.folders.set(folder, prepared);
    return prepared;
  }

  /** Removes a file at the commit; a sealed one stays. */
  remove(file: string): void {
    if (this.sealed.digestOf(file) !== null) return;
    this.deletes.push(file);
    this.written += 1;
  }

  /** Puts everything into place. */
  commit(): void {
    const journal: Journal = { deletes: this.deletes };
    const draft = path.join(this.stage, `${JOURNAL}.new`);
    const handle = fs.openSync(draft, 'w');
    fs.writeSync(handle, JSON.stringify(journal));
    fs.fsyncSync(handle);
    fs.closeSync(handle);
    fs.renameSync(draft, path.join(this.stage, JOURNAL));
    this.complete = true;
    finish(this.stage, this.content, journal);
  }

  /** Drops what was prepared; what is complete is left for the next command to finish. */
  abandon(): void {
    if (!this.complete) fs.rmSync(this.stage, { recursive: true, force: true });
  }
}

/** Runs `work` in a transaction; an error leaves the ledger as it was. */
export function writeAllOrNothing<Result>(
  content: string,
  work: (transaction: Transaction) => Result,
): Result {
  let transaction: Transaction | undefined;
  try {
    transaction = new Transaction(content);
    const result = work(transaction);
    transaction.commit();
    return result;
  } catch (error) {
    transaction?.abandon();
    throw asFault(error, content);
  }
}

/** What a full disk, a missing right or a file in the place of a folder means for a person. */
function asFault(error: unknown, content: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (!['EACCES', 'EEXIST', 'EISDIR', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS'].includes(code)) return error;
  return new Fault(`cannot write to ${content}: ${(error as Error).message}`, {
    hint: 'See to the rights and the room of that folder. What is half done, the next command finishes or drops.',
    cause: error,
  });
}

/** True for a folder of the ledger that is there. Throws a Fault where a link on its way leads out of the ledger. */
function isPlainFolder(content: string, folder: string): boolean {
  if (!fs.existsSync(path.join(content, folder))) return false;
  const wrong = new PlainFiles(content).wrongFolder(folder);
  if (wrong === null) return true;
  throw outsideFault(path.join(content, folder), wrong);
}

/** Finishes what a killed command had completely prepared, and drops what it had not. */
export function recover(content: string): void {
  try {
    for (const { folder, owner, waits } of leftoversIn(content)) {
      if (owner === process.pid) settle(folder, content);
      else if (!isAlive(owner)) takeOver(folder, content);
      else if (waits)
        throw new Fault(`another command (process ${owner}) is writing to ${content}`, {
          hint: 'Wait for it to end.',
        });
    }
  } catch (error) {
    throw asFault(error, content);
  }
}

/** Where one process prepares or settles what nobody else shall touch. */
function claimOf(content: string): string {
  return path.join(content, `${STAGE}-${process.pid}`);
}

interface Leftover {
  folder: string;
  owner: number;
  /** While its owner lives, others must wait. */
  waits: boolean;
}

function leftoversIn(content: string): Leftover[] {
  if (!fs.statSync(content, { throwIfNoEntry: false })?.isDirectory()) return [];
  // Claims first: what is taken over goes to the place of the own one, and a process may have a dead one's number.
  const names = fs
    .readdirSync(content)
    .filter((name) => /^\.pending(?:-\d+)?$/.test(name))
    .sort()
    .reverse();
  return names.map((name) => {
    const folder = path.join(content, name);
    if (name === STAGE)
      return { folder, owner: Number(readIfThere(path.join(folder, OWNER)) ?? 0), waits: true };
    const owner = Number(name.slice(STAGE.length + 1));
    return { folder, owner, waits: fs.existsSync(path.join(folder, JOURNAL)) };
  });
}

/** Of several commands that find what a killed one left, the first to take it away settles it. */
function takeOver(folder: string, content: string): void {
  const claim = claimOf(content);
  if (renamed(folder, claim)) settle(claim, content);
}

function renamed(from: string, to: string): boolean {
  try {
    fs.renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function settle(stage: string, content: string): void {
  const journal = readIfThere(path.join(stage, JOURNAL));
  if (journal === null) fs.rmSync(stage, { recursive: true, force: true });
  else finish(stage, content, readJournal(journal, path.join(stage, JOURNAL)));
}

/** A journal that is no command's deletes nothing. Throws a Fault for it. */
function readJournal(text: string, file: string): Journal {
  const journal = JournalSchema.safeParse(parsedJson(text));
  if (journal.success) return journal.data;
  throw new Fault('what a command left behind cannot be finished: its journal is no command’s', {
    place: { file },
    hint: 'See which files are below it, and remove the folder.',
  });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function finish(stage: string, content: string, journal: Journal): void {
  for (const file of journal.deletes) isPlainFolder(content, path.posix.dirname(file));
  moveInto(path.join(stage, 'files'), content);
  for (const file of journal.deletes) fs.rmSync(path.join(content, file), { force: true });
  fs.rmSync(stage, { recursive: true, force: true });
}

/** Moves a tree; a folder that is not there yet goes over whole, in one rename. */
function moveInto(from: string, to: string): void {
  if (!fs.existsSync(from)) return;
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory() && isFolder(target)) moveInto(source, target);
    else fs.renameSync(source, target);
  }
}

/** Throws a Fault for a link: whatever is behind it is not the ledger's. */
function isFolder(place: string): boolean {
  const stat = fs.lstatSync(place, { throwIfNoEntry: false });
  if (stat?.isSymbolicLink() === true) throw outsideFault(place, 'a link');
  return stat !== undefined;
}

function outsideFault(file: string, what: string): Fault {
  return new Fault(`nothing is written outside of the ledger, and this folder is ${what}`, {
    place: { file },
    hint: 'Put the folder itself in the place of the link.',
  });
}

/** Also on a system whose folders end with a backslash. */
function isInside(file: string): boolean {
  return !path.posix.isAbsolute(file) && !/[\\:]/.test(file) && !file.split('/').includes('..');
}

/** A file's text; null where there is none. */
export function readIfThere(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code === 'ENOENT' ||
      (error as NodeJS.ErrnoException).code === 'ENOTDIR'
    )
      return null;
    throw error;
  }
}
