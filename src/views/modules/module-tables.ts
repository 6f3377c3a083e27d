import { toInstant } from '../../history/product-clock.ts';
import type { Module, Policy } from '../../records/index.ts';
import { codePart, type FactPart, textPart, timePart } from '../fact-view.ts';
import { MODULES } from '../module-texts.ts';
import { columnsOf, type TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import type { RunningEnvironment } from './running-environments.ts';

const none = textPart(MODULES.notRecorded);

/** What runs where: a row for each module in the order of deployment. */
export function runningTable(
  order: readonly string[],
  environments: readonly RunningEnvironment[],
  timeZone: string,
): TableView {
  return {
    caption: MODULES.now,
    columns: columnsOf([MODULES.columns.module, ...environments.map(({ name }) => name)]),
    rows: order.map((id) => [
      [textPart(id)],
      ...environments.map((environment) => runningCell(id, environment, timeZone)),
    ]),
  };
}

function runningCell(id: string, { running }: RunningEnvironment, timeZone: string): FactPart[] {
  const found = running.modules.get(id);
  if (found === undefined) return [none];
  return [
    textPart(found.module.version),
    textPart(MODULES.since),
    timePart(momentOf(toInstant(found.event.settled), timeZone)),
  ];
}

/** Where modules come from, in the order of deployment. */
export function sourcesTable(order: readonly string[], { modules }: Policy): TableView {
  const { columns } = MODULES;
  return {
    caption: MODULES.sources,
    columns: columnsOf([
      ...[columns.module, columns.repository, columns.github],
      ...[columns.branch, columns.chart, columns.tags],
    ]),
    rows: order.flatMap((id) => {
      const module = modules.find((each) => each.id === id);
      return module === undefined ? [] : [sourceRow(module)];
    }),
  };
}

function sourceRow({ id, repository, path, github, branch, staging, chart, tags }: Module): FactPart[][] {
  const branches = [staging, branch].filter((each) => each !== undefined).join(' → ');
  return [
    [textPart(id)],
    [codePart(path === undefined ? repository : `${repository} : ${path}`)],
    [github === undefined ? none : textPart(github)],
    [branches === '' ? none : textPart(branches)],
    [chart === undefined ? none : codePart(chart)],
    [codePart(tags.join(', '))],
  ];
}
