import { type BackportMark, backportMark } from '../parse/message/backport.ts';
import { type NamedNumbers, namedNumbers } from '../parse/message/numbers.ts';
import { splitMessage } from '../parse/message/text.ts';

/** What a message says of where its commit belongs. */
export interface MessageClues {
  named: NamedNumbers | null;
  mark: BackportMark | null;
  /** What the platform says of the number, for auditors. */
  told?: string;
  /** A number that the message names and that the platform knows as something else. */
  dropped?: number;
}

/** Words without which a message names no pull request and no original: most messages have none. */
const WORTH_READING = /#\d|pull|Merge|cherry|back-?port/i;
const REVERT_WORDS = /revert|reapply|re-apply|reland/i;

/** Reads a message once, while git is still busy with the next ones. Null where it says nothing. */
export function readClues(message: string): MessageClues | null {
  if (!WORTH_READING.test(message)) return null;
  const { subject, body } = splitMessage(message);
  const named = namedNumbers(subject, body);
  const mark = backportMark(subject, body, named?.branch ?? null);
  return named === null && mark === null ? null : { named, mark };
}

/** False where a message cannot be a revert. */
export function mayRevert(message: string): boolean {
  return REVERT_WORDS.test(message);
}
