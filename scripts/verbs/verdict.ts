import { type ControlId, Fault } from '../../src/records/index.ts';
import { CONTROLS } from '../../src/verdict/controls.ts';
import type { Dossier } from '../../src/verdict/dossier.ts';
import { statementText } from '../../src/verdict/export/statement.ts';
import { exportRelease } from '../../src/verdict/export/statements.ts';
import { type Examined, judge, type Verdict } from '../../src/verdict/verdict.ts';
import { exportSource, type SourceOptions } from '../dossier/export-source.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import { LedgerReader } from '../store/read.ts';
import { resolveVersion } from '../store/versions.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger verdict` is asked for. */
export interface VerdictOptions extends SourceOptions {
  content: string;
  product: string;
  release: string;
  format: 'text' | 'json' | 'vsa';
  /** The moment of judgement; the clock's where it is not given. */
  now?: string;
}

/** Judges a release and says why. Returns 1 where it is not blessed. */
export async function verdict(options: VerdictOptions, out: Console): Promise<number> {
  const reader = new LedgerReader(options.content);
  const version = resolveVersion(reader, options.product, options.release);
  const now = momentOf(options.now);
  const dossier = readDossier(reader, options.product, version, now);
  const judged = judge(dossier);
  if (options.format === 'vsa') out.print(summaryText(dossier, judged, options));
  else if (options.format === 'json' || out.json) out.result(judged);
  else out.print(verdictText(judged, dossier));
  return judged.verdict === 'blessed' ? 0 : 1;
}

/** The verdict as a SLSA Verification Summary. Throws a Fault where the release names nothing that it could be of. */
function summaryText(dossier: Dossier, judged: Verdict, options: VerdictOptions): string {
  const { summary } = exportRelease(dossier, judged, exportSource(options));
  if (summary !== null) return statementText(summary.statement);
  throw new Fault(`${judged.product} ${judged.release} names neither a commit nor a digest to attest`, {
    hint: 'Harvest it once its tag is there, or open it with --module ID=VERSION@COMMIT.',
  });
}

const WORDS: Record<Verdict['verdict'], string> = {
  blessed: 'is blessed',
  'not-blessed': 'is not blessed',
  unproven: 'is not proven',
};

const MARKS: Record<Examined['result'], string> = { pass: '✓', fail: '✗', unproven: '?', waived: '○' };
/** What does not hold is read first. */
const ORDER: Examined['result'][] = ['fail', 'unproven', 'waived', 'pass'];

function verdictText(judged: Verdict, dossier: Dossier): string {
  const { controls } = judged;
  const sentences = new Map<ControlId, string>(CONTROLS.map(({ id, sentence }) => [id, sentence]));
  const blocks = ORDER.flatMap((result) => controls.filter((each) => each.result === result)).map((each) =>
    controlText(each, sentences.get(each.id) ?? ''),
  );
  return `${headText(judged, dossier)}\n${blocks.join('')}`;
}

/** The verdict in a line, and what holds for all controls: they do not repeat it. */
function headText({ product, release, verdict: word, policy, controls }: Verdict, dossier: Dossier): string {
  const counts = ORDER.map((result) => [controls.filter((each) => each.result === result).length, result])
    .filter(([count]) => count !== 0)
    .map(([count, result]) => `${count} ${result}`);
  const { opening, release: tagged } = dossier;
  const place = opening === null ? '' : ` [${opening.path}]`;
  return [
    `${product} ${release} ${WORDS[word]}: ${counts.join(', ')}.\n`,
    tagged === null ? `It has no tag yet: what it holds is not known${place}.\n` : '',
    `Judged under policy ${policy}.\n`,
  ].join('');
}

function controlText({ id, result, reasons }: Examined, sentence: string): string {
  const shown = result === 'pass' ? [] : reasons;
  const lines = shown.map(({ text, record }) => `    ${text}${record === null ? '' : ` [${record}]`}\n`);
  return `${MARKS[result]} ${id}: ${sentence}\n${lines.join('')}`;
}
