import { isOlder } from '../../src/records/index.ts';

/**
 * True for JSON as commands write it, so that nothing stands in it that nobody reads. `today` is what is written for what
 * was read of it; a record of an older format has the fields and the order of its time.
 */
export function isWrittenByCommand(bytes: Uint8Array, today: string): boolean {
  const text = Buffer.from(bytes).toString('utf8');
  if (text === today) return true;
  const value: unknown = JSON.parse(text);
  return isOlder(value) && text === `${JSON.stringify(value, null, 2)}\n`;
}
