import { UPGRADE } from '../../views/texts.ts';
import type { AnswerTable, SectionView } from '../../views/upgrade/answer-view.ts';
import { drawLine } from './draw-line.ts';
import { drawTicks } from './draw-ticks.ts';
import { element, rendered } from './element.ts';
import { inPortions } from './portions.ts';
import type { Ticks } from './ticks.ts';

/** Lines that are shown at once, of sections that nobody must miss and of the others. */
const AT_ONCE = { urgent: 20, quiet: 12 };
const ROWS_AT_ONCE = 40;
const QUIET = ['added', 'changed', 'fixed', 'other', 'maintenance', 'cameAndWent'];

/** A part of an answer. */
export function drawSection(section: SectionView, ticks: Ticks): HTMLElement {
  const { id, heading, loud, folded } = section;
  const body = element('div', drawBody(section, ticks), { class: 'section-body' });
  const whole = folded === null ? body : element('details', [element('summary', folded), body]);
  const name = element('h3', heading, { class: 'section-name', id: `answer-${id}` });
  return element('section', [name, whole], {
    class: loud ? 'notes-section loud' : 'notes-section',
    'data-section': id,
    'aria-labelledby': `answer-${id}`,
  });
}

function drawBody(section: SectionView, ticks: Ticks): (Node | null)[] {
  const { lead, prose, lines, table } = section;
  if (section.ticks) return drawTicks(section, ticks);
  return [
    lead === null ? null : element('p', lead, { class: 'section-lead' }),
    ...prose.map(({ version, address, html }) =>
      element('div', [drawSource(version, address), rendered(html, { class: 'prose' })], {
        class: 'from-note',
      }),
    ),
    lines.length === 0 ? null : drawLines(section),
    table === null ? null : drawTable(table),
  ];
}

function drawSource(version: string, href: string): HTMLElement {
  return element('p', [element('a', UPGRADE.answer.of(version), { href })], { class: 'facts' });
}

function drawLines({ id, lines }: SectionView): HTMLElement {
  const list = element('ul', [], { class: 'entries' });
  const atOnce = QUIET.includes(id) ? AT_ONCE.quiet : AT_ONCE.urgent;
  const more = inPortions(lines, atOnce, list, (line) => element('li', drawLine(line), { class: 'entry' }));
  return element('div', [list, more]);
}

function drawTable({ caption, heads, rows }: AnswerTable): HTMLElement {
  const head = heads.map((text) => element('th', text, { scope: 'col' }));
  const body = element('tbody');
  const more = inPortions(rows, ROWS_AT_ONCE, body, ([name, ...cells]) =>
    element('tr', [element('th', name, { scope: 'row' }), ...cells.map((text) => element('td', text))]),
  );
  const parts = [element('caption', caption), element('thead', [element('tr', head)]), body];
  const region = { class: 'scroll', role: 'group', 'aria-label': caption, tabindex: '0' };
  return element('div', [element('div', [element('table', parts)], region), more]);
}
