import path from 'node:path';
import { counted } from '../../src/verdict/wording.ts';
import { shortPath } from '../tool/short-path.ts';
import type { Diagnosis } from './check-up.ts';
import { type Finding, type Mend, SEVERITIES, type Severity } from './finding.ts';
import { shellWord } from './shell-word.ts';

/** How a finding is marked, so that no colour has to tell it. */
const MARKS: Record<Severity, string> = { broken: '✗', gap: '!', hint: '·' };

/** How many findings there are of each severity. */
export function countFindings(findings: readonly Finding[]): Record<Severity, number> {
  const count = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
  return { broken: count('broken'), gap: count('gap'), hint: count('hint') };
}

/** Findings for people: the ledger first, then product by product, the worst first. */
export function diagnosisText(diagnosis: Diagnosis, content: string): string {
  const { findings } = diagnosis;
  const products = [...new Set(findings.map(({ product }) => product))].sort((a, b) =>
    order(a).localeCompare(order(b), 'en'),
  );
  const groups = products.map((product) => {
    const own = worstFirst(findings.filter((each) => each.product === product));
    return [
      product ?? 'This machine, and the ledger as a whole',
      ...own.flatMap((each) => linesOf(each, content)),
      '',
    ].join('\n');
  });
  return [...groups, `${closing(diagnosis, content)}\n`].join('\n');
}

/** Findings in the order of the text. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((each) => each.severity === severity));
}

/** What mends a finding, as it is typed or written. */
export function mendText(mend: Mend, content: string): string {
  if (mend.kind === 'edit') return mend.text;
  return mend.kind === 'shell'
    ? mend.line
    : [...commandStart(content), ...mend.words].map(shellWord).join(' ');
}

/** The file of a place as it can be opened from here. */
export function openable(file: string, content: string): string {
  return shortPath(path.isAbsolute(file) ? file : path.join(content, file));
}

/** The start of a command on this ledger, as it was started itself. */
function commandStart(content: string): string[] {
  const place = shortPath(content);
  const start =
    process.env['npm_lifecycle_event'] === 'ledger' ? ['npm', 'run', '-s', 'ledger', '--'] : ['ledger'];
  return [...start, ...(place === 'content' ? [] : ['--content', place])];
}

function order(product: string | null): string {
  return product === null ? '' : ` ${product}`;
}

function linesOf({ severity, says, place, mend, id }: Finding, content: string): string[] {
  const where =
    place === undefined
      ? []
      : [
          `    ${openable(place.file, content)}${place.line === undefined ? '' : `:${place.line}`}${place.field === undefined || place.field === '' ? '' : ` (${place.field})`}`,
        ];
  const [first = '', ...more] = mendText(mend, content).split('\n');
  return [
    `  ${MARKS[severity]} ${says} [${id}]`,
    ...where,
    `    → ${first}`,
    ...more.map((line) => `      ${line}`),
  ];
}

function closing({ findings, products, records, seals }: Diagnosis, content: string): string {
  const { broken, gap, hint } = countFindings(findings);
  const looked = `${counted(products.length, 'product')} and ${records.toLocaleString('en')} ${records === 1 ? 'record' : 'records'} were looked at`;
  const told =
    findings.length === 0
      ? 'nothing is amiss'
      : `${broken} broken, ${counted(gap, 'gap')}, ${counted(hint, 'hint')}`;
  const verify =
    seals === 0 ? '' : ` Seals are checked by: ${mendText({ kind: 'ledger', words: ['verify'] }, content)}`;
  return `${looked}: ${told}.${verify}`;
}
