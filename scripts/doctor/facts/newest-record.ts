/** The last record that a command dated by the clock of its machine. */
export interface NewestRecord {
  at: string;
  file: string;
}

/** Fields that commands fill in from the clock. Others tell of the past, or of plans. */
const CLOCKED = ['filedAt', 'sealedAt', 'openedAt'];

/** The later of a record that is known and one that was read. */
export function newerOf(known: NewestRecord | null, file: string, data: object): NewestRecord | null {
  const times = CLOCKED.flatMap((field) => (data as Record<string, unknown>)[field] ?? []);
  const at = times
    .filter((time) => typeof time === 'string')
    .sort()
    .at(-1);
  return at === undefined || (known !== null && known.at >= at) ? known : { at, file };
}
