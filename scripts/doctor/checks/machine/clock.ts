import type { NewestRecord } from '../../facts/newest-record.ts';
import { edit, type Finding } from '../../finding.ts';

/** Machines differ by minutes. */
const HOUR = 3_600_000;

/** Whether the clock is behind what commands have written already. */
export function clock(newest: NewestRecord | null, now: string): Finding[] {
  if (newest === null || Date.parse(newest.at) - Date.parse(now) <= HOUR) return [];
  return [
    {
      id: 'clock-behind',
      severity: 'gap',
      product: null,
      says: `The clock says ${now}, and a record was written at ${newest.at}: votes, deployments and seals of today would come before it.`,
      place: { file: newest.file },
      mend: edit('Set the clock of this machine, and let it be kept by a time server.'),
    },
  ];
}
