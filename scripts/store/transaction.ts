import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../../src/records/index.ts';

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
}

interface Journal {
  deletes: string[];
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
  written = 0;

  /** Throws a Fault where another command is writing. */
  constructor(content: string) {
    recover(content);
    this.content = content;
    this.stage = path.join(content, STAGE);
    fs.mkdirSync(content, { recursive: true });
    const claim = `${this.stage}-${process.pid}`;
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

  /** Prepares a file; one that is there already with the same bytes is left alone. */
  write(file: string, text: string): void {
    const cut = file.lastIndexOf('/');
    const folder = this.prepare(file.slice(0, Math.max(cut, 0)));
    if (folder.there && readIfThere(`${this.content}/${file}`) === text) return;
    if (!folder.made) fs.mkdirSync(folder.staged, { recursive: true });
    folder.made = true;
    fs.writeFileSync(`${folder.staged}/${file.slice(cut + 1)}`, text);
    this.written += 1;
  }

  private prepare(folder: string): PreparedFolder {
    let prepared = this.folders.get(folder);
    if (prepared === undefined) {
      const staged = path.join(this.stage, 'files', folder);
      prepared = { staged, made: false, there: fs.existsSync(path.join(this.content, folder)) };
      this.folders.set(folder, prepared);
    }
    return prepared;
  }

  /** Removes a file at the commit. */
  remove(file: string): void {
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
    finish(this.content, journal);
  }

  /** Drops what was prepared. */
  abandon(): void {
    fs.rmSync(this.stage, { recursive: true, force: true });
  }
}

/** Runs `work` in a transaction; an error leaves the ledger as it was. */
export function writeAllOrNothing<Result>(
  content: string,
  work: (transaction: Transaction) => Result,
): Result {
  const transaction = new Transaction(content);
  try {
    const result = work(transaction);
    transaction.commit();
    return result;
  } catch (error) {
    transaction.abandon();
    throw error;
  }
}

/** Finishes what a killed command had completely prepared, and drops what it had not. */
export function recover(content: string): void {
  const stage = path.join(content, STAGE);
  if (!fs.existsSync(stage)) return;
  const owner = Number(readIfThere(path.join(stage, OWNER)) ?? 0);
  if (owner !== process.pid && isAlive(owner))
    throw new Fault(`another command (process ${owner}) is writing to ${content}`, {
      hint: 'Wait for it to end.',
    });
  const journal = readIfThere(path.join(stage, JOURNAL));
  if (journal === null) fs.rmSync(stage, { recursive: true, force: true });
  else finish(content, JSON.parse(journal) as Journal);
}

function finish(content: string, journal: Journal): void {
  const stage = path.join(content, STAGE);
  moveInto(path.join(stage, 'files'), content);
  for (const file of journal.deletes) fs.rmSync(path.join(content, file), { force: true });
  fs.rmSync(stage, { recursive: true, force: true });
}

/** Moves a tree; a folder that is not there yet goes over whole, in one rename. */
function moveInto(from: string, to: string): void {
  if (!fs.existsSync(from)) return;
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory() && fs.existsSync(target)) moveInto(source, target);
    else fs.renameSync(source, target);
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
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
