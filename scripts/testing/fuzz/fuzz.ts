import fc from 'fast-check';
import { Fault } from '../../../src/records/index.ts';
import { mutated } from './mutations.ts';

/** A parser that must stand whatever it is given. */
export interface FuzzedParser {
  name: string;
  /** Small files that it reads well: what it is given is made of these. */
  samples: readonly Uint8Array[];
  /** May throw a Fault, and nothing else. */
  parse: (bytes: Uint8Array) => unknown;
}

/** How many cases, and which. */
export interface Fuzzing {
  seed: number;
  cases: number;
}

/** Longer than any file of a few kilobytes may take, in milliseconds, on a slow machine. */
const LONGEST = 1500;

/** Parses many damaged files. Throws where one makes the parser crash, hang, or change what all objects are. */
export function fuzz({ name, samples, parse }: FuzzedParser, { seed, cases }: Fuzzing): void {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  const isSound = (bytes: Uint8Array): void => {
    const took = timeOf(() => faultOrNothing(parse, bytes));
    if (took > LONGEST && shortest(() => faultOrNothing(parse, bytes)) > LONGEST)
      throw new Error(`${name} takes ${Math.round(took)} ms for ${bytes.length} bytes`);
    if (Object.getOwnPropertyNames(Object.prototype).join() !== before)
      throw new Error(`${name} changed what all objects are`);
  };
  fc.assert(fc.property(mutated(samples), isSound), { seed, numRuns: cases });
}

function faultOrNothing(parse: FuzzedParser['parse'], bytes: Uint8Array): void {
  try {
    parse(bytes);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
}

/** Of three more times: something else may have kept the machine busy. */
function shortest(work: () => void): number {
  return Math.min(...[1, 2, 3].map(() => timeOf(work)));
}

function timeOf(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** A parser of texts. */
export function ofText(
  name: string,
  samples: readonly string[],
  parse: (text: string) => unknown,
): FuzzedParser {
  return {
    name,
    samples: samples.map((sample) => Buffer.from(sample)),
    parse: (bytes) => parse(Buffer.from(bytes).toString('utf8')),
  };
}
