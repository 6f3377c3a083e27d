import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { cacheFolder, TOOL } from './cache-folder.ts';

interface Stamp<Result> {
  inputs: string;
  /** A digest of the names of all files. */
  files: string;
  /** No file was changed at this moment of the file system's clock or later. In milliseconds. */
  until: number;
  result: Result;
}

/** How long a clock may stand still, in milliseconds. */
const LONGEST_TICK = 25;

/**
 * Remembers what a harvest read and wrote, so that a harvest with nothing new can say so at once: the same files are
 * there, and none was changed since. Kept outside the ledger; losing it costs a full harvest, nothing else.
 */
export class HarvestStamp {
  private readonly file: string;
  private readonly content: string;
  private readonly folders: string[];
  private readonly page: string;

  constructor(content: string, product: string) {
    const name = createHash('sha256')
      .update(`${path.resolve(content)}\n${product}`)
      .digest('hex')
      .slice(0, 24);
    this.file = path.join(cacheFolder(), `harvest-${name}.json`);
    this.content = content;
    this.folders = [`ledger/${product}`, `notes/${product}`];
    this.page = `products/${product}.md`;
  }

  /** The result that the same inputs gave last time; null where an input or a file of the ledger changed. */
  recall<Result>(inputs: string): Result | null {
    try {
      const stamp = JSON.parse(fs.readFileSync(this.file, 'utf8')) as Stamp<Result>;
      return stamp.inputs === this.key(inputs) && this.isUnchanged(stamp) ? stamp.result : null;
    } catch {
      return null;
    }
  }

  /** Keeps a result. A cache that cannot be written is no error. */
  remember(inputs: string, result: unknown): void {
    try {
      const until = this.momentAfterAll();
      if (until === null) return;
      const stamp: Stamp<unknown> = {
        inputs: this.key(inputs),
        files: this.fileNames(() => {}),
        until,
        result,
      };
      fs.mkdirSync(path.dirname(this.file), { recursive: true });
      const draft = `${this.file}.${process.pid}`;
      fs.writeFileSync(draft, JSON.stringify(stamp));
      fs.renameSync(draft, this.file);
    } catch {
      // The next harvest reads everything again.
    }
  }

  private key(inputs: string): string {
    return createHash('sha256').update(inputs).update(toolState()).digest('hex');
  }

  private isUnchanged({ files, until }: Stamp<unknown>): boolean {
    let newest = 0;
    const names = this.fileNames((file) => {
      const stat = fs.statSync(file, { throwIfNoEntry: false });
      newest = Math.max(newest, stat?.ctimeMs ?? 0);
    });
    return names === files && newest < until;
  }

  /** A digest of the names of all files that belong to the product; `onFile` is told of each. */
  private fileNames(onFile: (file: string) => void): string {
    const hash = createHash('sha256');
    const take = (file: string): void => {
      hash.update(`${file}\0`);
      onFile(file);
    };
    for (const folder of this.folders) eachFile(path.join(this.content, folder), take);
    const page = path.join(this.content, this.page);
    if (fs.existsSync(page)) take(page);
    return hash.digest('hex');
  }

  /**
   * A moment later than every change until now. Told by the clock of the ledger's file system, which may be another
   * machine's, and not before its next tick. Null where it does not go on: that clock cannot tell what comes later.
   */
  private momentAfterAll(): number | null {
    const now = this.fileClock();
    const last = performance.now() + LONGEST_TICK;
    for (;;) {
      // Asked once more when the time is over: this process may have had to wait itself.
      const isOver = performance.now() > last;
      const later = this.fileClock();
      if (later > now) return later;
      if (isOver) return null;
    }
  }

  /** Touching a folder is the only way to ask. */
  private fileClock(): number {
    const folder = path.join(this.content, this.folders[0] as string);
    fs.utimesSync(folder, new Date(), new Date());
    return fs.statSync(folder).ctimeMs;
  }
}

/** Another version of the tool may write other records. */
function toolState(): string {
  const hash = createHash('sha256');
  const take = (file: string): void => {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat !== undefined) hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\0${stat.ino}\n`);
  };
  for (const folder of ['scripts', 'src']) eachFile(path.join(TOOL, folder), take);
  return hash.digest('hex');
}

/** All files below a folder, in an order that does not change; none where there is no folder. */
function eachFile(folder: string, onFile: (file: string) => void): void {
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) eachFile(file, onFile);
    else onFile(file);
  }
}
