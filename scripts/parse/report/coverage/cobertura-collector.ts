import type { ReportFile } from '../parsed-report.ts';
import { type XmlElement, type XmlVisitor, xmlFault } from '../xml/xml.ts';
import {
  addLine,
  addLines,
  type FileLines,
  joinLines,
  noLines,
  noteBranches,
  noteLine,
  type Reached,
} from './cobertura-lines.ts';

/** Collects the lines of a Cobertura report by source file, and counts them in the ways that tools make totals of. */
export class CoberturaCollector implements XmlVisitor {
  root: XmlElement | undefined;
  readonly files = new Map<string, FileLines>();
  /** Each line once for every class that tells of it. */
  readonly byClass: Reached = { covered: 0, total: 0 };
  /** Every row that stands in a class, and every row in a method. */
  readonly rows: Reached = { covered: 0, total: 0 };
  readonly rowsOfMethods: Reached = { covered: 0, total: 0 };
  readonly methods: Reached = { covered: 0, total: 0 };
  readonly #file: ReportFile;
  readonly #path: XmlElement[] = [];
  #class: FileLines = noLines();
  #ofMethods: FileLines = noLines();
  #methodReached = false;

  constructor(file: ReportFile) {
    this.#file = file;
  }

  open(element: XmlElement): void {
    this.root ??= element;
    const holder = this.#path.at(-2)?.name;
    this.#path.push(element);
    if (element.name === 'class') this.#openClass();
    else if (element.name === 'method') this.#methodReached = Number(element.attributes['line-rate']) > 0;
    else if (element.name === 'line' && (holder === 'class' || holder === 'method'))
      this.#readLine(element, holder === 'method');
  }

  close(element: XmlElement): void {
    this.#path.pop();
    if (element.name === 'class') this.#closeClass(element);
    else if (element.name === 'method') this.#closeMethod();
  }

  #openClass(): void {
    this.#class = noLines();
    this.#ofMethods = noLines();
  }

  /** Istanbul tells of a method's first line only, which may be no statement: a class's own lines count where it has some. */
  #closeClass({ attributes }: XmlElement): void {
    const lines = this.#class.lines.size > 0 ? this.#class : this.#ofMethods;
    const name = attributes['filename'] ?? attributes['name'] ?? '';
    const file = this.files.get(name);
    addLines(this.byClass, lines);
    if (file === undefined) this.files.set(name, lines);
    else joinLines(file, lines);
  }

  #closeMethod(): void {
    this.methods.total++;
    this.methods.covered += Number(this.#methodReached);
  }

  #readLine(element: XmlElement, ofMethod: boolean): void {
    const number = this.#number(element, 'number');
    const hit = this.#number(element, 'hits') > 0;
    noteLine(ofMethod ? this.#ofMethods : this.#class, number, hit);
    addLine(ofMethod ? this.rowsOfMethods : this.rows, hit);
    if (ofMethod) this.#methodReached ||= hit;
    this.#readBranches(element, number, ofMethod);
  }

  /** `condition-coverage="50% (1/2)"` */
  #readBranches(element: XmlElement, number: number, ofMethod: boolean): void {
    const [, first, second] = /\((\d+)\/(\d+)\)/.exec(element.attributes['condition-coverage'] ?? '') ?? [];
    if (first === undefined || second === undefined) return;
    const [taken, all] = [Number(first), Number(second)];
    if (taken > all)
      throw xmlFault(this.#file, element, `${taken} of ${all} branches cannot be`, 'condition-coverage');
    noteBranches(ofMethod ? this.#ofMethods : this.#class, number, taken, all);
  }

  #number(element: XmlElement, field: 'number' | 'hits'): number {
    const text = element.attributes[field];
    const number = text === undefined || !/^\d/.test(text) ? Number.NaN : Number(text);
    if (Number.isFinite(number)) return number;
    throw xmlFault(this.#file, element, `expected a number, found "${text ?? ''}"`, field);
  }
}
