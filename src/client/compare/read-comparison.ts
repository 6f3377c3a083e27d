import { type Comparison, compareReleases } from '../../views/compare/comparison.ts';
import { descentOf, linesOf } from '../../views/compare/lines-of-descent.ts';
import type { ReleaseStep, ReleaseSummary } from '../../views/compare/release-summary.ts';
import { COMPARE } from '../../views/compare-texts.ts';

/** Where the files are. */
interface Files {
  /** The folder of the releases' summaries. */
  compare: string;
  steps: string;
}

/** Reads two releases and those between them; a sentence where one of the two is unknown. Throws where a file fails. */
export async function readComparison(
  { compare, steps }: Files,
  from: string,
  to: string,
): Promise<Comparison | string> {
  const known: ReleaseStep[] = await read(steps);
  const unknown = [from, to].find((asked) => !known.some(({ version }) => version === asked));
  if (unknown !== undefined) return COMPARE.unknown(unknown);
  const summaryOf = (version: string): Promise<ReleaseSummary> => read(`${compare}${version}/summary.json`);
  const { onlyFrom, onlyTo } = descentOf(from, to, linesOf(known));
  const [sides, older, newer] = await Promise.all(
    [[from, to], onlyFrom, onlyTo].map((versions) => Promise.all(versions.map(summaryOf))),
  );
  const [left, right] = sides ?? [];
  if (left === undefined || right === undefined) throw new Error('a summary is missing');
  return compareReleases(left, right, older ?? [], newer ?? []);
}

async function read<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
