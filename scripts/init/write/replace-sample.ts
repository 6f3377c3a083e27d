import fs from 'node:fs';
import path from 'node:path';
import { recordsIn } from './sample.ts';

/**
 * Puts a new ledger in the place of the sample: it is written aside whole, then both change places. What goes wrong
 * leaves the sample as it was. Hidden entries stay.
 */
export function replaceSample(content: string, write: (folder: string) => void): void {
  const beside = (what: string): string => `${path.resolve(content)}.${what}-${process.pid}`;
  const [fresh, old] = [beside('new'), beside('old')];
  try {
    fs.mkdirSync(fresh, { recursive: true });
    write(fresh);
    exchange(content, fresh, old);
    fs.rmSync(old, { recursive: true });
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true });
  }
}

function exchange(content: string, fresh: string, old: string): void {
  fs.mkdirSync(old);
  try {
    moveRecords(content, old);
    moveRecords(fresh, content);
  } catch (error) {
    moveRecords(content, fresh);
    moveRecords(old, content);
    // Only where all of it is back: what could not be moved stays there.
    fs.rmdirSync(old);
    throw error;
  }
}

function moveRecords(from: string, to: string): void {
  for (const name of recordsIn(from)) fs.renameSync(path.join(from, name), path.join(to, name));
}
