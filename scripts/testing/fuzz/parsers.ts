import { fileParsers } from './file-parsers.ts';
import type { FuzzedParser } from './fuzz.ts';
import { MESSAGE_PARSERS } from './message-parsers.ts';
import { SEAL_PARSERS } from './seal-parsers.ts';
import { WRITTEN_PARSERS } from './written-parsers.ts';

/** Every parser of texts and files that others write. */
export function allParsers(): FuzzedParser[] {
  return [...MESSAGE_PARSERS, ...WRITTEN_PARSERS, ...fileParsers(), ...SEAL_PARSERS];
}
