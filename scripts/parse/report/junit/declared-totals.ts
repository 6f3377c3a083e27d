import type { XmlElement } from '../xml/xml.ts';
import type { Tally } from './tally.ts';

/** A total of the report that is not what its cases come to. */
export interface Contradiction {
  suite: XmlElement;
  field: string;
  said: string;
  counted: number;
}

/** What a total means, in one dialect or another; the first is the usual meaning. */
const MEANINGS: Record<string, (tally: Tally) => number[]> = {
  tests: (tally) => [
    tally.cases,
    // jest-junit and gotestsum add a case for a file or package that could not run, and do not count it.
    tally.cases - tally.standIns,
    tally.cases - tally.errored,
    // Ginkgo 1 counts what ran; so did pytest before 3.
    tally.cases - tally.skipped,
    // Surefire counts every run of a test that ran again.
    tally.cases + tally.reruns,
  ],
  failures: (tally) => [
    tally.withFailure,
    tally.failed,
    tally.withFailure - tally.standIns,
    // Boost.Test counts what failed in a case.
    tally.failures,
    // Tools that know no errors.
    tally.failed + tally.errored,
    tally.failures + tally.reruns,
  ],
  errors: (tally) => [
    tally.withError,
    tally.errored,
    tally.errors,
    tally.errors + tally.reruns,
    // web-test-runner counts what failed by an exception among both.
    tally.failed + tally.errored,
  ],
  skipped: (tally) => [tally.skipped, tally.withSkip],
};

/**
 * Errors that a root counts where none of its suites counts any: gotestsum's, of packages that could not be built and
 * stand nowhere else.
 */
export function looseErrorsOf(root: XmlElement, all: Tally): number {
  const said = Number(root.attributes['errors'] ?? 0);
  return root.name === 'testsuites' && said > all.errored ? said - all.errored : 0;
}

/** What was counted in a suite, without and with the suites in it. */
export interface SuiteCounts {
  element: XmlElement;
  own: Tally;
  all: Tally;
  /** How many different names its cases have: asked for only where nothing else explains a total. */
  differentNames(): number;
}

/** The first total of a suite that nothing in it explains. */
export function contradictionOf(
  suite: SuiteCounts,
  except: readonly string[] = [],
): Contradiction | undefined {
  const { element, own, all } = suite;
  if (countsAssertions(element)) return undefined;
  for (const [field, meanings] of Object.entries(MEANINGS)) {
    const said = element.attributes[field]?.trim();
    if (said === undefined || said === '' || except.includes(field)) continue;
    const number = Number(said.replaceAll(',', ''));
    const counts = [...meanings(all), ...meanings(own)];
    if (!counts.includes(number) && !explained(suite, field, number))
      return { suite: element, field, said, counted: counts[0] ?? 0 };
  }
  return undefined;
}

function explained({ element, all, differentNames }: SuiteCounts, field: string, said: number): boolean {
  // gotestsum and plugins of pytest count a test once that ran again and stands twice.
  if (field === 'tests') return said === differentNames();
  // Jasmine and GoogleTest split what did not run into "skipped" and "disabled".
  const disabled = Number(element.attributes['disabled'] ?? 0);
  return field === 'skipped' && said + disabled === all.skipped;
}

/** Catch2's totals are of assertions, which its report does not list; it alone writes this host name. */
function countsAssertions(suite: XmlElement): boolean {
  return suite.attributes['hostname'] === 'tbd';
}
