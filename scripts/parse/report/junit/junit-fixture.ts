import { fileOf } from '../report-fixture.ts';
import { junitReader } from './junit-reader.ts';

/** What the reader makes of a report. */
export function read(text: string) {
  return junitReader.parse(fileOf(text, 'junit.xml'));
}

/** Names and outcomes, as "a › b passed". */
export function outcomes(text: string): string[] {
  return (read(text).cases ?? []).map(({ name, outcome }) => `${name} ${outcome}`);
}
