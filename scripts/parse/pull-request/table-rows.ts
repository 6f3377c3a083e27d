import type { ListItem, PhrasingContent, Table, TableCell } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { type Surroundings, tamedPhrasing } from './tamed-phrasing.ts';

/**
 * A table as lines of text, which are readable where a table is too wide: "Name: x; Size: y" for each row.
 */
export function tableRows({ children: [head, ...rows] }: Table, around: Surroundings): ListItem[] {
  const names = (head?.children ?? []).map((cell) => plainText(cell).trim());
  const shown = rows.length === 0 && head !== undefined ? [head] : rows;
  return shown.flatMap((row) => {
    const cells = row.children.map((cell, column) =>
      named(rows.length > 0 && names.length > 1 ? (names[column] ?? '') : '', cell, around),
    );
    const line = joined(cells.filter((cell) => cell.length > 0));
    return line.length === 0 ? [] : [item(line)];
  });
}

function item(children: PhrasingContent[]): ListItem {
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] };
}

function named(name: string, cell: TableCell, around: Surroundings): PhrasingContent[] {
  if (plainText(cell).trim() === '') return [];
  return tamedPhrasing(name === '' ? cell.children : [text(`${name}: `), ...cell.children], around);
}

function joined(cells: PhrasingContent[][]): PhrasingContent[] {
  return cells.flatMap((cell, index) => (index === 0 ? cell : [text('; '), ...cell]));
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
