import { pull } from '../pull-request.ts';
import type { ReleaseDay } from './release-day.ts';

/** 28 September: what waits on the staging branches for the release of that afternoon. */
export const OPEN_DAY: Omit<ReleaseDay, 'promotion'> = {
  date: '2026-09-28',
  version: '1.26.3',
  api: {
    version: '0.36.2',
    pulls: [pull(694, 'ayo', 'fix(backup): keep a schedule that names a deleted volume')],
  },
  web: {
    version: '0.23.2',
    pulls: [pull(957, 'sana', 'fix(costs): round sums, not their parts')],
  },
};
