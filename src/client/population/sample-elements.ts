import type { DrawnRow } from '../../population/sample.ts';
import { changeParts, deployedParts, releaseParts } from '../../views/population/change-cells.ts';
import type { ChangeRow } from '../../views/population/change-row.ts';
import type { ChangesData } from '../../views/population/changes-data.ts';
import { sampleCommand } from '../../views/population/command-lines.ts';
import { SAMPLE } from '../../views/population-texts.ts';
import { rowElement } from './change-elements.ts';
import type { Draw } from './draw-sample.ts';

const HEADS: readonly string[] = Object.values(SAMPLE.columns);

/** The facts of a sample that somebody needs to draw it again. */
export function sampleFacts(data: ChangesData, { seed, size }: Draw): Element[] {
  const { facts } = SAMPLE;
  return [
    fact(facts.seed, seed),
    fact(facts.size, String(size)),
    fact(facts.population, data.digest),
    fact(facts.query, data.query),
    fact(facts.command, sampleCommand({ ...data, product: null }, seed, size)),
  ];
}

/** The rows of a sample, in the order in which they were drawn. */
export function sampleRows(drawn: readonly DrawnRow[], { rows }: ChangesData): Element[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return drawn.flatMap(({ id, hash }, index) => {
    const row = byId.get(id);
    return row === undefined ? [] : sampleRow(row, hash, index + 1);
  });
}

function sampleRow(row: ChangeRow, hash: string, place: number): Element {
  const cells = [
    [{ is: 'text', text: String(place) } as const],
    changeParts(row),
    deployedParts(row),
    releaseParts(row),
    [{ is: 'text', text: hash } as const, { is: 'text', text: row.id } as const],
  ];
  return rowElement(cells, HEADS);
}

function fact(name: string, value: string): Element {
  const pair = document.createElement('div');
  const [term, description, code] = ['dt', 'dd', 'code'].map((tag) => document.createElement(tag));
  if (!term || !description || !code) return pair;
  term.textContent = name;
  code.textContent = value;
  description.append(code);
  pair.append(term, description);
  return pair;
}
