import type { Population } from '../../src/population/population.ts';
import { queryText } from '../../src/population/query.ts';
import {
  type Reconciliation,
  type ReconciliationFinding,
  unexplained,
} from '../../src/population/reconcile.ts';
import type { PopulationRow } from '../../src/population/row.ts';
import { textCell } from '../../src/population/table/cells.ts';

/** A population for a person: how many there are, what is not proven of them, and what does not match. */
export function populationWords(population: Population, reconciliation: Reconciliation): string {
  const rows = [...population.rows()];
  return [
    `${population.count} production changes (${queryText(population.query)})\n`,
    ...COUNTED.map(([name, of]) => `  ${name}: ${counts(rows.map(of))}\n`),
    reconciliationWords(reconciliation),
  ].join('');
}

/** What does not match: first what nothing accounts for. */
export function reconciliationWords({ findings, counts: against }: Reconciliation): string {
  const open = unexplained(findings);
  const told = findings.filter(({ explained }) => explained !== null);
  const sum = Object.entries(against).map(([name, count]) => `${count} ${name}`);
  return [
    `\nSet against each other: ${sum.join(', ')}.\n`,
    open.length === 0 ? 'No unexplained rows.\n' : `Unexplained: ${open.length}.\n`,
    ...open.map((finding) => `✗ ${findingText(finding)}`),
    ...told.map((finding) => `○ ${findingText(finding)}`),
  ].join('');
}

const COUNTED: readonly [string, (row: PopulationRow) => string][] = [
  ['type', ({ type }) => type.is],
  ['result', ({ outcome }) => outcome.result],
  ['rolled back', ({ outcome }) => outcome.rolledBack],
  ['approved by somebody independent', ({ approval }) => approval.independent],
  ['change approved before deployment', ({ approval }) => approval.changeBeforeDeployment],
  ['release approved before deployment', ({ approval }) => approval.releaseBeforeDeployment],
  ['approved on the deployed revision', ({ approval }) => approval.onDeployedRevision],
  ['tests', ({ testsResult }) => testsResult],
  ['scan', ({ scan }) => scan.result],
  ['deployed image is the tested one', ({ revision }) => revision.imageMatches],
];

function counts(values: readonly string[]): string {
  const groups = [...Map.groupBy(values, (value) => value)].sort(([a], [b]) => (a < b ? -1 : 1));
  return groups.map(([value, { length }]) => `${value} ${length}`).join(', ') || 'none';
}

function findingText({ product, kind, text, record, explained }: ReconciliationFinding): string {
  const because = explained === null ? '' : ` (${explained.by}: ${textCell(explained.text)})`;
  return `${product} ${kind}: ${textCell(text)}${because}${record === null ? '' : ` [${record}]`}\n`;
}
