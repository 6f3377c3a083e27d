import { makeProgress, type Progress } from '../report.ts';

/** Where a command speaks: results on standard output, words for people on standard error. */
export interface Console {
  /** The result is wanted as JSON, and nothing else on standard output. */
  json: boolean;
  progress: Progress;
  /** A sentence for a person. */
  say(line: string): void;
  /** The result, as JSON. */
  result(value: unknown): void;
  /** The result, as text. */
  print(text: string): void;
}

/** A console on the process's own streams. */
export function makeConsole(json: boolean): Console {
  const progress = makeProgress(process.stderr);
  return {
    json,
    progress,
    say: (line) => progress.say(line),
    result: (value) => write(`${JSON.stringify(value, null, 2)}\n`),
    print: write,
  };
}

function write(text: string): void {
  process.stdout.write(text);
}
