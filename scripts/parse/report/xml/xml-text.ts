import { Fault } from '../../../../src/records/index.ts';
import { LARGEST_REPORT } from '../json/json-text.ts';
import type { ReportFile } from '../parsed-report.ts';

/** Read at once. */
const CHUNK = 64 * 1024;

/**
 * An XML report's bytes as text, piece by piece, in the encoding that its first bytes or its declaration name (XML 1.0,
 * appendix F). Throws a Fault for a file that is empty, too large, cut within a character, or not text.
 */
export function* xmlText(file: ReportFile): Generator<string> {
  refuseSize(file);
  const decode = decoderOf(file);
  for (let at = 0; at < file.bytes.length; at += CHUNK) yield decode(file.bytes.subarray(at, at + CHUNK));
  yield decode(undefined);
}

/** The beginning of a file as text, whatever it is; only to tell formats apart. Never throws. */
export function xmlBeginning(file: ReportFile): string {
  const head = file.bytes.subarray(0, CHUNK);
  try {
    return new TextDecoder(encodingOf(head)).decode(head, { stream: true });
  } catch {
    return '';
  }
}

function refuseSize({ bytes, name }: ReportFile): void {
  if (bytes.length === 0) throw new Fault('the report is empty', { place: { file: name, line: 1 } });
  if (bytes.length <= LARGEST_REPORT) return;
  throw new Fault(`the report has ${bytes.length} bytes, and ${LARGEST_REPORT} are read at most`, {
    place: { file: name },
    hint: 'Leave what the tests printed out of it, or give a report of one part.',
  });
}

/** Decodes one piece after the other; without a piece it ends. */
function decoderOf({ bytes, name }: ReportFile): (piece: Uint8Array | undefined) => string {
  const encoding = encodingOf(bytes);
  const refuse = (cause: unknown) => {
    const what = `the report is not ${encoding.toUpperCase()} text, or it is cut within a character`;
    return new Fault(what, { place: { file: name }, hint: 'Give it as the tool wrote it.', cause });
  };
  let decoder: TextDecoder | undefined;
  return (piece) => {
    try {
      decoder ??= new TextDecoder(encoding, { fatal: true });
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch (cause) {
      throw refuse(cause);
    }
  };
}

/** By the byte order mark, else by how its first character is written, else as it declares. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c && third === 0 && fourth !== 0) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  return declaredEncoding(bytes) ?? 'utf-8';
}

const DECLARATION = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/;

/** .NET declares UTF-16 for strings that are then written as UTF-8: what can be read byte by byte is not UTF-16. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const declared = DECLARATION.exec(String.fromCharCode(...bytes.subarray(0, 200)))?.[1];
  return declared === undefined || /^utf-?16/i.test(declared) ? undefined : declared.toLowerCase();
}
