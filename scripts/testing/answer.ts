import { Fault } from '../../src/records/index.ts';
import type { Console } from '../verbs/console.ts';

/** What a command did: its exit code, and what it said where. */
export interface Answer {
  code: number;
  /** Standard output. */
  printed: string;
  /** Standard error. */
  said: string;
}

/** Runs a verb in this process, as the command line does: a fault becomes words and exit code 2. */
export async function answerOf(
  verb: (console: Console) => Promise<number>,
  { json = false } = {},
): Promise<Answer> {
  const printed: string[] = [];
  const said: string[] = [];
  const console: Console = {
    json,
    progress: { step: () => {}, say: (line) => said.push(line), end: () => {} },
    say: (line) => said.push(line),
    result: (value) => printed.push(JSON.stringify(value)),
    print: (text) => printed.push(text),
  };
  let code: number;
  try {
    code = await verb(console);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    said.push(error.describe());
    code = 2;
  }
  return { code, printed: printed.join(''), said: said.join('\n') };
}
