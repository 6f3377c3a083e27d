import { Fault } from '../../../../src/records/index.ts';
import type { ReportFile } from '../parsed-report.ts';

/** The largest report that is read. With its text and its values in memory it takes about six times as much. */
export const LARGEST_REPORT = 256 * 1024 * 1024;

/**
 * A report's bytes as text: UTF-8, or UTF-16 where its first bytes say so (as a shell of Windows writes). Throws a
 * Fault for a file that is empty, too large, cut within a character, or not text.
 */
export function reportText(file: ReportFile): string {
  const { bytes, name } = file;
  if (bytes.length > LARGEST_REPORT)
    throw new Fault(`the report has ${bytes.length} bytes, and ${LARGEST_REPORT} are read at most`, {
      place: { file: name },
      hint: 'Give a report of one image or one part, or a less detailed one.',
    });
  const text = decoded(file);
  if (text.trim() === '') throw new Fault('the report is empty', { place: { file: name, line: 1 } });
  return text;
}

/** The beginning of a file as text, whatever it is; only to tell formats apart. */
export function beginningOf(file: ReportFile, length: number): string {
  const head = file.bytes.subarray(0, length);
  return new TextDecoder(encodingOf(head)).decode(head, { stream: true });
}

/** The line of a place in a text, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function decoded({ bytes, name }: ReportFile): string {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8') refuseNul(bytes, name);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const what = `the report is not ${encoding.toUpperCase()} text, or it is cut within a character`;
    throw new Fault(what, { place: { file: name }, cause });
  }
}

/** By the byte order mark; without one it is UTF-8. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function refuseNul(bytes: Uint8Array, name: string): void {
  const at = bytes.indexOf(0);
  if (at < 0) return;
  const line = bytes.subarray(0, at).reduce((lines, byte) => lines + Number(byte === 10), 1);
  throw new Fault('the report holds a NUL byte', {
    place: { file: name, line },
    hint: 'It is damaged, or in UTF-16 without a byte order mark: write it as UTF-8.',
  });
}
