import fs from 'node:fs';
import { Fault } from '../../../src/records/index.ts';

/** A line of a file and where it stands, in bytes. */
export interface FileLine {
  text: string;
  offset: number;
  length: number;
  /** Counted from 1. */
  line: number;
}

const CHUNK = 1 << 20;
const LINE_FEED = 10;

/**
 * Reads a file line by line without holding it whole; an open one is left open. A last line without a line feed is
 * left out: it is unfinished.
 */
export function* readLines(file: string | number, from = 0): Generator<FileLine> {
  const handle = typeof file === 'number' ? file : open(file);
  try {
    let [rest, restAt, line] = [Buffer.alloc(0), from, 0];
    for (let at = from; ; ) {
      const chunk = Buffer.alloc(CHUNK);
      const read = fs.readSync(handle, chunk, 0, CHUNK, at);
      if (read === 0) return;
      at += read;
      rest = Buffer.concat([rest, chunk.subarray(0, read)]);
      for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
        line += 1;
        yield { text: rest.toString('utf8', 0, end), offset: restAt, length: end, line };
        rest = rest.subarray(end + 1);
        restAt += end + 1;
      }
    }
  } finally {
    if (typeof file === 'string') fs.closeSync(handle);
  }
}

function open(file: string): number {
  try {
    return fs.openSync(file, 'r');
  } catch (cause) {
    throw new Fault(`${file} cannot be read`, { cause });
  }
}
