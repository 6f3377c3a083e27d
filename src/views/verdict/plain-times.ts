import { momentOf } from '../time-view.ts';

const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+00:00/g;

/** A sentence with its instants as people of the product read them. */
export function plainTimes(text: string, timeZone: string): string {
  return text.replace(INSTANT, (instant) =>
    Number.isNaN(Date.parse(instant)) ? instant : momentOf(instant, timeZone).shown,
  );
}
