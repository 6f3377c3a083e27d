import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SCHEMA_VERSION } from '../../src/records/index.ts';
import { type Contender, measureAll, median, type Run } from './measure.ts';

/** What harvesting so many pull requests costs. */
export interface PullRequestFigure {
  name: string;
  pullRequests: number;
  calls: number;
  seconds: number;
  megabytes: number | null;
}

const POLICY = `---
schema: ${SCHEMA_VERSION}
product: core
modules:
  - id: core
    repository: ../core.git
    github: acme/core
    tags: ["v{version}"]
---
`;

/** Measures a harvest of `count` pull requests from the stand-in, beside one of the same history without them. */
export async function measurePullRequests(
  count: number,
  work: string,
  rounds: number,
): Promise<PullRequestFigure[]> {
  const root = path.join(work, `pulls-${count}`);
  mkdirSync(root);
  const world = new World(count, path.join(root, 'core.git'));
  const access = { GITHUB_TOKEN: 'secret', GITHUB_GRAPHQL_URL: await world.url };
  const [cold, bare] = [path.join(root, 'cold'), path.join(root, 'bare')];
  const cache = path.join(root, 'cache');
  const contenders: Contender[] = [
    { name: 'offline', command: harvest(bare, '--offline'), prepare: () => empty(bare) },
    {
      name: 'cold',
      command: harvest(cold),
      environment: { ...access, LEDGER_CACHE: cache },
      prepare: () => [empty(cold), rmSync(cache, { recursive: true, force: true })],
    },
    { name: 'again', command: harvest(cold), environment: { ...access, LEDGER_CACHE: cache } },
  ];
  try {
    const figures: PullRequestFigure[] = [];
    for (const contender of contenders) {
      const before = await world.calls();
      const runs = (await measureAll([contender], rounds)).get(contender.name) ?? [];
      const calls = ((await world.calls()) - before) / (rounds + 1);
      figures.push(figureOf(contender.name, count, calls, runs));
    }
    return figures;
  } finally {
    world.stop();
  }
}

function figureOf(
  name: string,
  pullRequests: number,
  calls: number,
  runs: readonly Run[],
): PullRequestFigure {
  const memory = runs.map(({ megabytes }) => megabytes ?? 0);
  return {
    name,
    pullRequests,
    calls,
    seconds: median(runs.map(({ seconds }) => seconds)),
    megabytes: Math.max(...memory),
  };
}

function harvest(ledger: string, ...more: string[]): string[] {
  const content = path.join(ledger, '..', path.basename(ledger));
  return [
    process.execPath,
    'scripts/start.mjs',
    '--content',
    content,
    'harvest',
    '--product',
    'core',
    ...more,
  ];
}

/** A ledger that holds its policy only. */
function empty(content: string): void {
  rmSync(content, { recursive: true, force: true });
  mkdirSync(path.join(content, 'ledger/core'), { recursive: true });
  writeFileSync(path.join(content, 'ledger/core/policy.md'), POLICY);
}

/** The stand-in in a process of its own. */
class World {
  readonly url: Promise<string>;
  private readonly child: ChildProcess;

  constructor(count: number, folder: string) {
    const program = fileURLToPath(new URL('./pull-request-world.ts', import.meta.url));
    this.child = fork(program, [String(count), folder]);
    this.url = this.next().then(({ url = '' }) => url);
  }

  async calls(): Promise<number> {
    const answer = this.next();
    this.child.send('calls');
    return (await answer).calls ?? 0;
  }

  stop(): void {
    this.child.kill();
  }

  private next(): Promise<{ url?: string; calls?: number }> {
    return new Promise((resolve, reject) => {
      this.child.once('message', (message) => resolve(message as { url?: string; calls?: number }));
      this.child.once('exit', () => reject(new Error('the stand-in ended')));
    });
  }
}
