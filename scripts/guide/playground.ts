import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { GuidePart } from '../../src/guide/guide-page.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CLOCK = path.join(import.meta.dirname, 'stopped-clock.mjs');
const START = path.join(ROOT, 'scripts/start.mjs');
/** The day on which the sample ledger is told of, and the offset of its products' zone. */
const [DAY, OFFSET] = ['2026-09-28', '+05:30'];

type Command = GuidePart & { kind: 'command' };

/** A copy of the sample, in which the guide's commands are typed. */
export class Playground {
  readonly folder: string;
  private readonly home: string;
  private readonly programs: string;

  private constructor(folder: string) {
    this.folder = path.join(folder, 'ledger');
    this.home = path.join(folder, 'home');
    this.programs = path.join(folder, 'bin');
  }

  /** Copies the sample ledger and its repositories, which lie in `world`. */
  static async open(folder: string, world: string): Promise<Playground> {
    const ground = new Playground(folder);
    await Promise.all(
      [ground.folder, ground.home, ground.programs].map((place) => mkdir(place, { recursive: true })),
    );
    // At once: one by one, thousands of small files take eight times as long.
    cpSync(path.join(ROOT, 'content'), path.join(ground.folder, 'content'), { recursive: true });
    cpSync(world, path.join(ground.folder, '.demo'), { recursive: true });
    await writeFile(path.join(ground.programs, 'ledger'), ledgerProgram(), { mode: 0o755 });
    return ground;
  }

  /** Writes a file that the guide shows. */
  async write(file: string, content: string): Promise<void> {
    const place = path.join(this.folder, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, `${content}\n`);
  }

  /** Types a block as it stands, and returns its exit code and all that a terminal would have shown. */
  async type({ text: typed, as, at }: Command): Promise<{ code: number; shown: string }> {
    await writeFile(path.join(this.home, '.gitconfig'), gitConfig(as));
    const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', `exec 2>&1\n${typed}`], {
      cwd: this.folder,
      env: this.environment(`${DAY}T${at}:00${OFFSET}`),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const code = new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (value) => resolve(value ?? -1));
    });
    const shown = await text(child.stdout);
    return { code: await code, shown };
  }

  /** Nothing of the machine's own settings, and no network. */
  private environment(at: string): NodeJS.ProcessEnv {
    return {
      PATH: [this.programs, path.dirname(process.execPath), process.env['PATH']].join(path.delimiter),
      HOME: this.home,
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      LEDGER_CACHE: path.join(this.home, 'cache'),
      LEDGER_STOPPED_AT: at,
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_DATE: at,
      GIT_CONFIG_NOSYSTEM: '1',
    };
  }
}

function ledgerProgram(): string {
  return `#!/bin/sh\nexec '${process.execPath}' --import '${CLOCK}' '${START}' "$@"\n`;
}

function gitConfig(name: string): string {
  const address = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
  return `[user]\n\tname = ${name}\n\temail = ${address}\n[init]\n\tdefaultBranch = main\n`;
}
