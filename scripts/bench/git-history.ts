import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Contender, measureAll, median, type Run } from './measure.ts';

/** What one contender took on a repository. */
export interface HistoryFigure {
  name: string;
  seconds: number;
  /** Against `git log`, in the same round. */
  ratio: number;
  /** Peak memory, the largest of all rounds; null for programs that cannot be asked. */
  megabytes: number | null;
}

const LOG = 'git log --all, every message';

/** Measures a full offline harvest of a repository against `git log` and git-cliff, round by round. */
export async function measureHistory(
  repository: string,
  work: string,
  rounds: number,
): Promise<HistoryFigure[]> {
  const again = path.join(work, 'again');
  await measureAll([{ name: 'first', ...harvest(again, repository) }], 0);
  return figuresOf(await measureAll(contenders(repository, work, again), rounds));
}

function contenders(repository: string, work: string, again: string): Contender[] {
  const full = path.join(work, 'full');
  const list: Contender[] = [
    { name: LOG, command: ['git', '-C', repository, 'log', '--all', '--format=%B'] },
    { name: 'read, parse, assign', ...own('scripts/bench/assign.ts', again, 'bench') },
    {
      name: 'harvest, all records written',
      ...harvest(full, repository),
      prepare: () => rmSync(full, { recursive: true, force: true }),
    },
    { name: 'harvest again, nothing new', ...harvest(again, repository) },
  ];
  const cliff = path.resolve('node_modules/.bin/git-cliff');
  const notes = path.join(work, 'cliff.md');
  if (existsSync(cliff))
    list.push({
      name: 'git-cliff --offline',
      command: [cliff, '--offline', '--repository', repository, '-o', notes],
    });
  return list;
}

/** As bin.mjs starts the command: with its code compiled, so that node need not load its reader of TypeScript. */
function own(...command: string[]): Pick<Contender, 'command' | 'environment'> {
  const environment = { NODE_COMPILE_CACHE: path.resolve('.cache/compile') };
  return { command: [process.execPath, ...command], environment };
}

function harvest(content: string, repository: string): Pick<Contender, 'command' | 'environment'> {
  const asked = ['harvest', '--product', 'bench', '--repo', repository, '--offline'];
  return own('scripts/start.mjs', '--content', content, ...asked);
}

function figuresOf(runs: Map<string, Run[]>): HistoryFigure[] {
  const log = runs.get(LOG) ?? [];
  return [...runs].map(([name, all]) => ({
    name,
    seconds: median(all.map(({ seconds }) => seconds)),
    ratio: median(all.map(({ seconds }, round) => seconds / (log[round]?.seconds ?? Number.NaN))),
    megabytes: all.some(({ megabytes }) => megabytes === null)
      ? null
      : Math.max(...all.map(({ megabytes }) => megabytes ?? 0)),
  }));
}
