import type { ChangeGroup } from '../../views/compare/compare-changes.ts';
import type { ComparedTable, Comparison } from '../../views/compare/comparison.ts';
import { COMPARE } from '../../views/compare-texts.ts';
import { element } from './element.ts';

/** The same as comparison-block.astro, one level of headings below. */
export function drawComparison({ sides, groups, tables }: Comparison): HTMLElement[] {
  const links = sides.map(({ version, href, verdict }) =>
    element('a', [COMPARE.verdictOf(version, verdict)], { href }),
  );
  const versions = sides.map(({ version }) => version);
  return [
    element('p', links, { class: 'sides' }),
    element('section', [element('h3', [COMPARE.changes]), ...groups.flatMap(drawGroup)]),
    ...tables.map((table) => drawTable(table, versions)),
  ];
}

function drawGroup({ title, changes, further }: ChangeGroup): HTMLElement[] {
  const items = changes.map(({ id, title: text, href }) =>
    element('li', [element('a', [id], { href }), ` ${text}`]),
  );
  return [
    element('h4', [title]),
    ...told(changes.length === 0, COMPARE.noChanges),
    element('ul', items, { class: 'changes-list' }),
    ...told(further > 0, COMPARE.furtherChanges(further)),
  ];
}

function drawTable(table: ComparedTable, versions: readonly string[]): HTMLElement {
  const { title, rows, further, same } = table;
  const region = { class: 'scroll', role: 'group', 'aria-label': title, tabindex: '0' };
  return element('section', [
    element('h3', [title]),
    ...(rows.length === 0 ? [] : [element('div', [drawRows(table, versions)], region)]),
    ...told(further > 0, COMPARE.furtherRows(further)),
    ...told(true, COMPARE.same(same)),
  ]);
}

function drawRows({ title, rows, figures }: ComparedTable, versions: readonly string[]): HTMLElement {
  const { name, change } = COMPARE.columns;
  const heads = [name, ...versions, ...(figures ? [change] : [])];
  const lines = rows.map((row) => {
    const cells = [row.from, row.to, ...(figures ? [row.change] : [])];
    const first = element('th', [row.name], { scope: 'row' });
    return element('tr', [first, ...cells.map((text) => element('td', [text]))]);
  });
  const head = element(
    'tr',
    heads.map((text) => element('th', [text], { scope: 'col' })),
  );
  const parts = [element('caption', [title]), element('thead', [head]), element('tbody', lines)];
  return element('table', parts, { class: 'data' });
}

function told(isSo: boolean, text: string): HTMLElement[] {
  return isSo ? [element('p', [text], { class: 'told' })] : [];
}
