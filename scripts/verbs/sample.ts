import { type Sample, sampleCsv, sampleJson, sampleOf } from '../../src/population/sample.ts';
import { Fault } from '../../src/records/index.ts';
import type { AskedPopulation } from '../population/asked-query.ts';
import { readPopulation } from '../population/read-population.ts';
import type { Console } from './console.ts';
import { twoForms } from './population.ts';

/** What `ledger sample` is asked for. */
export interface SampleOptions extends AskedPopulation {
  content: string;
  seed: string;
  /** How many rows, in digits. */
  size: string;
  csv?: boolean;
}

/** Prints the sample that a seed draws of a population: the same one for everybody. Returns the exit code. */
export async function sample(options: SampleOptions, out: Console): Promise<number> {
  if (options.csv === true && out.json) throw twoForms();
  const [seed, size] = [seedOf(options.seed), sizeOf(options.size)];
  const { population } = readPopulation(options.content, options);
  const drawn = sampleOf(population, seed, size);
  if (options.csv === true) out.print(sampleCsv(drawn).join(''));
  else if (out.json) out.result(sampleJson(drawn));
  else out.print(sampleWords(drawn));
  return 0;
}

/** A line break would make another seed and another digest of the same bytes. */
function seedOf(text: string): string {
  if (text !== '' && text.isWellFormed() && !/\p{Cc}/u.test(text)) return text;
  throw new Fault('--seed is empty, or has control characters in it', {
    hint: 'Write a text that nobody could choose at will, as the date and a number that the auditor names.',
  });
}

function sizeOf(text: string): number {
  const size = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
  if (size > 0) return size;
  throw new Fault(`--size ${text}: expected a number of rows`, { hint: 'Auditors usually take 15 to 25.' });
}

function sampleWords({ population, seed, size, digest, drawn }: Sample): string {
  const lines = drawn.map(({ hash, id }) => `${hash} ${id}\n`);
  return `${lines.join('')}\n${drawn.length} of ${population.count}\nseed: ${seed}\npopulation: ${digest}\nsize: ${size}\n`;
}
