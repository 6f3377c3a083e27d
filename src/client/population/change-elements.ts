import { CHANGE_HEADS, type ChangePart, changeCells } from '../../views/population/change-cells.ts';
import type { ChangeRow } from '../../views/population/change-row.ts';

/** A row of the table of changes, as the page has it. */
export function changeElement(row: ChangeRow): HTMLTableRowElement {
  return rowElement(changeCells(row), CHANGE_HEADS);
}

/** A row of cells, whose first one says what it is of. */
export function rowElement(cells: readonly (readonly ChangePart[])[], heads: readonly string[]) {
  const made = document.createElement('tr');
  for (const [index, parts] of cells.entries()) {
    const cell = document.createElement(index === 0 ? 'th' : 'td');
    if (index === 0) cell.setAttribute('scope', 'row');
    else cell.dataset['head'] = heads[index] ?? '';
    cell.append(...parts.flatMap((part) => [partElement(part), ' ']));
    made.append(cell);
  }
  return made;
}

/** Text goes in as text: titles come from whoever wrote a change. */
function partElement(part: ChangePart): Element {
  if (part.is === 'mark') return markElement(part.mark);
  const made = document.createElement(part.is === 'link' ? 'a' : 'bdi');
  if (part.is === 'link') made.setAttribute('href', part.href);
  made.textContent = part.text;
  return made;
}

function markElement({ kind, mark, text }: Extract<ChangePart, { is: 'mark' }>['mark']): Element {
  const made = document.createElement('span');
  made.className = `mark ${kind}`;
  const sign = document.createElement('span');
  sign.setAttribute('aria-hidden', 'true');
  sign.textContent = mark;
  made.append(sign, ` ${text}`);
  return made;
}
