import { csvText } from '../controls/csv.ts';
import type { Act } from './act.ts';

const HEADS = ['time', 'person', 'name', 'act', 'on', 'release', 'result', 'on own work'];

/** Acts as a file of values; strangers have no person. */
export function actsCsv(acts: readonly Act[]): string {
  return csvText(
    HEADS,
    acts.map(({ at, who, kind, on, version, marks, conflict }) => [
      ...[at, who.person, who.name, kind, on, version],
      ...[marks.map(({ text }) => text).join(', '), conflict],
    ]),
  );
}
