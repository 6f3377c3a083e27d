import { Fault } from '../src/records/index.ts';

/** Tells a person how far long work has come. On standard error, so that standard output stays for results. */
export interface Progress {
  /** Work under way, with what is done so far and, where it is known, of how much. */
  step(label: string, done: number, total?: number): void;
  /** A line that stays. */
  say(line: string): void;
  /** Takes the bar off the screen. */
  end(): void;
}

const BAR_WIDTH = 24;
/** Drawing more often than this costs time and shows nothing more. */
const REDRAW_MILLISECONDS = 80;

/** A bar on a terminal; elsewhere only the lines that stay. `quiet` says nothing at all. */
export function makeProgress(stream: NodeJS.WriteStream, quiet = false): Progress {
  let drawnAt = 0;
  let drawn = false;
  const clear = (): void => {
    if (drawn) stream.write('\r\x1b[K');
    drawn = false;
  };
  return {
    step(label, done, total) {
      const now = Date.now();
      if (quiet || !stream.isTTY || now - drawnAt < REDRAW_MILLISECONDS) return;
      drawnAt = now;
      drawn = true;
      stream.write(`\r\x1b[K${drawBar(label, done, total)}`);
    },
    say(line) {
      clear();
      if (!quiet) stream.write(`${line}\n`);
    },
    end: clear,
  };
}

function drawBar(label: string, done: number, total: number | undefined): string {
  if (total === undefined || total === 0) return `${label} ${done.toLocaleString('en')}`;
  const filled = Math.min(BAR_WIDTH, Math.round((done / total) * BAR_WIDTH));
  return `${label} [${'█'.repeat(filled)}${' '.repeat(BAR_WIDTH - filled)}] ${done}/${total}`;
}

/** Prints what went wrong for a person: a fault in its own words, anything else with its stack. */
export function reportError(error: unknown, stream: NodeJS.WriteStream): void {
  if (error instanceof Fault) stream.write(`ledger: ${error.describe()}\n`);
  else
    stream.write(
      `ledger: an unexpected error, please report it\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
}
