import { Fault } from '../records/fault.ts';
import { once } from './once.ts';
import { tracker } from './tracking.ts';

/**
 * The moment at which releases are judged: LEDGER_NOW, else the clock when the build first asks. Throws a Fault for a
 * time that cannot be read.
 */
export const judgedAt: () => string = (() => {
  const moment = once('moment', () => momentOf(process.env['LEDGER_NOW']));
  return () => moment('');
})();

function momentOf(given: string | undefined): string {
  tracker()?.input('moment', '');
  const time = given === undefined || given === '' ? Date.now() : Date.parse(given);
  if (!Number.isNaN(time)) return `${new Date(time).toISOString().slice(0, 19)}+00:00`;
  throw new Fault(`LEDGER_NOW is "${given}", which is no time`, {
    hint: 'Give it as RFC 3339, such as 2026-02-03T10:30:00Z.',
  });
}
