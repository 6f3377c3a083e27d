import fs from 'node:fs';
import { Fault } from '../../src/records/index.ts';

/** Writes a file beside its place and puts it there when it is whole: a reader never sees half of it. */
export function writeWhole(file: string, text: string): void {
  const beside = `${file}.writing-${process.pid}`;
  try {
    fs.writeFileSync(beside, text, { flag: 'wx' });
    fs.renameSync(beside, file);
  } catch (cause) {
    fs.rmSync(beside, { force: true });
    throw new Fault(`it cannot be written: ${(cause as Error).message}`, {
      place: { file },
      hint: 'Name a file in a folder that is there.',
      cause,
    });
  }
}
