import { isAscii, isUtf8 } from 'node:buffer';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Fault } from '../../../src/records/index.ts';
import { Backlog } from './backlog.ts';
import { type Clone, stream } from './client.ts';

/** A commit as `git log` tells it; the message as it stands. */
export interface LogEntry {
  id: string;
  parents: string[];
  authorName: string;
  authorMail: string;
  /** Seconds since 1970. */
  authoredAt: number;
  committerName: string;
  committerMail: string;
  committedAt: number;
  message: string;
}

const FORMAT = ['%H', '%P', '%aN', '%aE', '%at', '%cN', '%cE', '%ct', '%B'].join('%x00');
const FIELD_COUNT = 9;
const NUL = '\0';
const REPLACEMENT = '\uFFFD';
/** Bytes that are cut in one go: one long text to cut from is cheaper than a text for every chunk of the pipe. */
const BATCH = 64 * 1024;
/** Commits that are parsed in one go: after them git's next output is taken in. */
const TURN = 32;

/**
 * Reads every commit that a branch, a tag or HEAD reaches, in one process, and hands each one over as it
 * comes: what was parsed is let go of. Pull request refs and notes are left out: they are not released.
 */
export async function readLog(clone: Clone, onCommit: (entry: LogEntry) => void): Promise<void> {
  const backlog = new Backlog();
  const scope = ['--branches', '--tags', '--remotes', '--ignore-missing', 'HEAD', '--'];
  const args = ['log', '-z', '--no-color', '--no-notes', '--encoding=UTF-8', `--format=${FORMAT}`, ...scope];
  stream(clone, args, (chunk) => backlog.push(chunk)).then(
    () => backlog.end(),
    (failure: unknown) => backlog.fail(failure),
  );
  await parse(backlog, onCommit);
}

async function parse(backlog: Backlog, onCommit: (entry: LogEntry) => void): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  for (let bytes = await backlog.take(BATCH); bytes !== null; bytes = await backlog.take(BATCH))
    rest = await parseBatch(Buffer.concat([rest, bytes]), onCommit);
  if (rest.length > 0) throw new Fault('git log ended in the middle of a commit');
}

/**
 * Hands over the commits that are whole, and returns the rest. Where a commit has foreign letters each text is decoded
 * by itself: one of them must not widen its neighbours.
 */
async function parseBatch(bytes: Buffer, onCommit: (entry: LogEntry) => void): Promise<Buffer> {
  // A letter for every byte: a place in one is the same place in the other.
  const letters = bytes.toString('latin1');
  let [start, count] = [0, 0];
  for (let ends = fieldEnds(letters, start); ends !== null; ends = fieldEnds(letters, start)) {
    onCommit(toEntry(bytes, letters, start, ends));
    start = (ends[FIELD_COUNT - 1] as number) + 1;
    count += 1;
    if (count % TURN === 0) await nextTurn();
  }
  return Buffer.from(bytes.subarray(start));
}

/** Where the fields of the commit at `start` end; null where it is not whole yet. */
function fieldEnds(letters: string, start: number): number[] | null {
  const ends: number[] = [];
  for (let at = start; ends.length < FIELD_COUNT; ) {
    const end = letters.indexOf(NUL, at);
    if (end < 0) return null;
    ends.push(end);
    at = end + 1;
  }
  return ends;
}

function toEntry(bytes: Buffer, letters: string, start: number, ends: readonly number[]): LogEntry {
  const plain = isAscii(bytes.subarray(start, ends[FIELD_COUNT - 1]));
  const field = (index: number): string => {
    const from = index === 0 ? start : (ends[index - 1] as number) + 1;
    const to = ends[index] as number;
    return plain ? letters.slice(from, to) : decode(bytes, from, to);
  };
  const parents = field(1);
  return {
    id: field(0),
    parents: parents === '' ? [] : parents.split(' '),
    authorName: field(2),
    authorMail: field(3),
    authoredAt: Number(field(4)) || 0,
    committerName: field(5),
    committerMail: field(6),
    committedAt: Number(field(7)) || 0,
    message: field(8),
  };
}

/** Old commits without an encoding header are often Latin-1: bytes that are not UTF-8 are read as that. */
function decode(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString('utf8', start, end);
  if (!text.includes(REPLACEMENT) || isUtf8(bytes.subarray(start, end))) return text;
  return new TextDecoder('windows-1252').decode(bytes.subarray(start, end));
}
