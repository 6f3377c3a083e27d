import path from 'node:path';
import { versionAt } from './big-ledger/planned-release.ts';
import { sealBigLedger } from './big-ledger/seal-ledger.ts';
import { type LedgerShape, TEN_YEARS } from './big-ledger/shape.ts';
import { writeBigLedger } from './big-ledger.ts';
import { type Contender, HEAP, measureAll, median } from './measure.ts';

/** What a command on one release takes, from its start to its end. */
export interface CommandFigure {
  name: string;
  seconds: number;
}

/** Those that read one release, and last one that looks at the whole chain of seals. */
const VERBS = ['verdict', 'call', 'notes', 'conservation', 'announce', 'proofread', 'seal --by ada-brook'];

/** Runs commands on one release of a sealed ledger of so many releases: medians of `rounds`, after one to warm up. */
export async function measureCommands(
  releases: number,
  work: string,
  rounds: number,
): Promise<CommandFigure[]> {
  const content = path.join(work, 'content');
  const shape: LedgerShape = { ...TEN_YEARS, releases };
  writeBigLedger(content, shape);
  sealBigLedger(content, shape);
  const middle = versionAt(Math.floor(releases / shape.products / 2));
  const runs = await measureAll(contenders(content, middle), rounds);
  return [...runs].map(([name, all]) => ({ name, seconds: median(all.map(({ seconds }) => seconds)) }));
}

function contenders(content: string, version: string): Contender[] {
  const release = `--product aster --release ${version}`;
  const ledger = [process.execPath, ...HEAP, 'scripts/start.mjs', '--content', content];
  const commands = [
    { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
    { name: 'ledger --help', command: [...ledger, '--help'] },
    ...VERBS.map((verb) => ({
      name: `ledger ${verb.split(' ')[0]}`,
      command: [...ledger, ...`${verb} ${release}`.split(' ')],
    })),
  ];
  // A release that is not blessed is an answer, too.
  return commands.map((each) => ({ ...each, memory: 'untold', exitCodes: [0, 1] }));
}
