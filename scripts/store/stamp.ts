import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { cacheFolder, TOOL } from './cache-folder.ts';

/**
 * Remembers what a harvest read and wrote, as git's index does (size and time of every file), so that a harvest
 * with nothing new can say so at once. Kept outside the ledger; losing it costs a full harvest, nothing else.
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
      const stamp = JSON.parse(fs.readFileSync(this.file, 'utf8')) as {
        inputs: string;
        ledger: string;
        result: Result;
      };
      return stamp.inputs === this.key(inputs) && stamp.ledger === this.ledgerState() ? stamp.result : null;
    } catch {
      return null;
    }
  }

  /** Keeps a result. A cache that cannot be written is no error. */
  remember(inputs: string, result: unknown): void {
    try {
      fs.mkdirSync(path.dirname(this.file), { recursive: true });
      const draft = `${this.file}.${process.pid}`;
      fs.writeFileSync(
        draft,
        JSON.stringify({ inputs: this.key(inputs), ledger: this.ledgerState(), result }),
      );
      fs.renameSync(draft, this.file);
    } catch {
      // The next harvest reads everything again.
    }
  }

  private key(inputs: string): string {
    return createHash('sha256').update(inputs).update(toolState()).digest('hex');
  }

  private ledgerState(): string {
    const hash = createHash('sha256');
    for (const folder of this.folders) addTree(path.join(this.content, folder), hash);
    addFile(path.join(this.content, this.page), hash);
    return hash.digest('hex');
  }
}

/** Another version of the tool may write other records. */
function toolState(): string {
  const hash = createHash('sha256');
  for (const folder of ['scripts', 'src']) addTree(path.join(TOOL, folder), hash);
  return hash.digest('hex');
}

function addTree(folder: string, hash: ReturnType<typeof createHash>): void {
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) addTree(file, hash);
    else addFile(file, hash);
  }
}

function addFile(file: string, hash: ReturnType<typeof createHash>): void {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat !== undefined) hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\0${stat.ino}\n`);
}
