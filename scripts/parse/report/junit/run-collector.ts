import type { TestCase } from '../parsed-report.ts';
import { commitOf } from '../report-values.ts';
import type { XmlElement, XmlVisitor } from '../xml/xml.ts';
import { caseName } from './case-name.ts';
import { type Contradiction, contradictionOf, looseErrorsOf } from './declared-totals.ts';
import { type Marks, mark, noMarks, outcomeOf, outcomeOfStatus } from './marks.ts';
import { namesCommit } from './named-commits.ts';
import { secondsOf } from './seconds.ts';
import { standsIn } from './stand-in.ts';
import { add, count, emptyTally, type Tally } from './tally.ts';

interface Suite {
  element: XmlElement;
  names: readonly string[];
  /** Its own cases, and with those of the suites in it. */
  own: Tally;
  all: Tally;
  /** What stands directly in it: a suite that could not be set up fails without a case. */
  marks: Marks;
  /** How many cases came before it. */
  from: number;
}

interface OpenCase {
  element: XmlElement;
  marks: Marks;
}

/** Collects cases, times and commits of a JUnit report, and the first total that its cases contradict. */
export class RunCollector implements XmlVisitor {
  readonly cases: TestCase[] = [];
  readonly timestamps: string[] = [];
  readonly commits = new Set<string>();
  readonly unknownStatuses = new Map<string, string>();
  flakes = 0;
  /** Errors that no case shows. */
  looseErrors = 0;
  contradiction: Contradiction | undefined;
  readonly #suites: Suite[] = [];
  readonly #cases: OpenCase[] = [];
  readonly #path: XmlElement[] = [];
  #suitesCountErrors = false;
  /** The value of the property that is open, whether an attribute or its text. */
  #property = '';

  open(element: XmlElement): void {
    const parent = this.#path.at(-1);
    this.#path.push(element);
    if (element.name === 'testsuite' || element.name === 'testsuites') this.#openSuite(element);
    else if (element.name === 'testcase') this.#openCase(element);
    else if (element.name === 'property') this.#property = element.attributes['value'] ?? '';
    else if (parent !== undefined) mark(this.#marksOf(parent) ?? noMarks(), element.name);
  }

  text(element: XmlElement, text: string): void {
    if (element.name === 'property') this.#property += text;
  }

  close(element: XmlElement): void {
    this.#path.pop();
    if (element.name === 'property') this.#readProperty(element);
    else if (element === this.#cases.at(-1)?.element) this.#closeCase();
    else if (element === this.#suites.at(-1)?.element) this.#closeSuite();
  }

  #openSuite(element: XmlElement): void {
    const { name, timestamp } = element.attributes;
    const outer = this.#suites.at(-1)?.names ?? [];
    const names = element.name === 'testsuite' && name !== undefined ? [...outer, name] : outer;
    const counts = { own: emptyTally(), all: emptyTally(), marks: noMarks() };
    this.#suites.push({ element, names, ...counts, from: this.cases.length });
    if (timestamp !== undefined) this.timestamps.push(timestamp);
    if (element.name === 'testsuite') this.#suitesCountErrors ||= element.attributes['errors'] !== undefined;
  }

  #openCase(element: XmlElement): void {
    const { status, result } = element.attributes;
    this.#cases.push({
      element,
      marks: noMarks(status === undefined || status === 'run' ? (result ?? status) : status),
    });
  }

  #readProperty({ attributes }: XmlElement): void {
    const commit = namesCommit(attributes['name'] ?? '') ? commitOf(this.#property) : undefined;
    if (commit !== undefined) this.commits.add(commit);
  }

  /** Marks stand directly in what they are said of: what a test printed is not asked. */
  #marksOf(element: XmlElement): Marks | undefined {
    const holder = element.name === 'testcase' ? this.#cases.at(-1) : this.#suites.at(-1);
    return holder?.element === element ? holder.marks : undefined;
  }

  #closeCase(): void {
    const closed = this.#cases.pop();
    const suite = this.#suites.at(-1);
    if (closed === undefined || suite === undefined) return;
    const { name = '', classname, class: className, time } = closed.element.attributes;
    const said = caseName(suite.names, classname ?? className ?? '', name);
    this.#settle(suite, said, closed.marks, standsIn(closed.element), secondsOf(time));
  }

  /** What failed outside of its cases, as in setting up, becomes a case of the suite's own name. */
  #closeSuite(): void {
    const suite = this.#suites.pop();
    if (suite === undefined) return;
    if (suite.marks.failures + suite.marks.errors > 0)
      this.#settle(suite, caseName(suite.names, '', ''), suite.marks, true, undefined);
    add(suite.all, suite.own);
    this.looseErrors += this.#suitesCountErrors ? 0 : looseErrorsOf(suite.element, suite.all);
    const differentNames = () => new Set(this.cases.slice(suite.from).map(({ name }) => name)).size;
    const except = this.looseErrors > 0 ? ['errors'] : [];
    this.contradiction ??= contradictionOf({ ...suite, differentNames }, except);
    const outer = this.#suites.at(-1);
    if (outer !== undefined) add(outer.all, suite.all);
  }

  #settle(suite: Suite, name: string, marks: Marks, standIn: boolean, seconds: number | undefined): void {
    const outcome = outcomeOf(marks);
    this.cases.push({ name, outcome, ...(seconds !== undefined && { seconds }) });
    count(suite.own, { outcome, marks, standIn });
    this.flakes += Number(marks.flakes > 0);
    const { status } = marks;
    if (status !== undefined && outcome === 'passed' && outcomeOfStatus(status) === undefined)
      this.unknownStatuses.set(status, name);
  }
}
