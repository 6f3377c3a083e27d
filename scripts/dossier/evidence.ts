import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../../src/records/index.ts';
import type { ReportFile } from '../parse/report/parsed-report.ts';
import { textDigest } from '../store/sealed-files.ts';

/** A report's file with the digest of its bytes. */
export interface GivenFile extends ReportFile {
  /** "sha256:…". */
  digest: string;
}

/** More than any report that was met; what is larger is refused before it is read. */
const LARGEST = 256 * 1024 * 1024;

/** Reads a file as it was given. Throws a Fault where it is not there, empty, or too large. */
export function readGivenFile(file: string): GivenFile {
  try {
    const { size } = fs.statSync(file);
    if (size > LARGEST)
      throw new Fault(`the report has ${size} bytes, and at most ${LARGEST} are read`, {
        place: { file },
        hint: 'Split it by suite or by image, and give all parts.',
      });
    const bytes = fs.readFileSync(file);
    if (bytes.length === 0) throw new Fault('the report is empty', { place: { file } });
    return { name: path.basename(file), bytes, digest: textDigest(bytes) };
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault(`the report cannot be read: ${(cause as Error).message}`, { place: { file }, cause });
  }
}
