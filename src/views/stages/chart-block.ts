import { parseChartName } from '../../history/chart-name.ts';
import { spelledOut } from '../../markdown/harmless.ts';
import type { Chart, StageReport } from '../../records/stage-report.ts';
import { codePart, type FactPart, type FactView, factsOf, markPart, textPart } from '../fact-view.ts';
import { SAME_MARKS, STAGE_WORDS } from '../stage-texts.ts';
import { columnsOf, type TableView } from '../table-view.ts';
import { block, type MeasuredBlock } from './measured-block.ts';

/** A chart's name taken apart and held against the report, and the charts that it brings. */
export function chartBlock({ measured, module, version, commit }: StageReport): MeasuredBlock[] {
  const { chart } = measured;
  if (chart === undefined) return [];
  const words = STAGE_WORDS.chart;
  return [
    block('chart', words.title, {
      facts: [
        ...nameFacts(chart.name, { module, version, commit }),
        ...factsOf(
          [words.chartVersion, textPart(spelledOut(chart.version))],
          [
            words.appVersion,
            chart.appVersion === undefined ? undefined : textPart(spelledOut(chart.appVersion)),
          ],
        ),
      ],
      tables: (chart.dependencies ?? []).length === 0 ? [] : [dependencyTable(chart)],
    }),
  ];
}

interface Expected {
  module: string | undefined;
  version: string;
  commit: string | undefined;
}

function nameFacts(name: string, expected: Expected): FactView[] {
  const words = STAGE_WORDS.chart;
  const parts = parseChartName(name);
  const named: FactPart[] = [codePart(spelledOut(name))];
  if (parts === null) return factsOf([words.name, [...named, textPart(`(${words.otherForm})`)]]);
  const { module, version, sha } = parts;
  const { commit } = expected;
  return factsOf(
    [words.name, named],
    [
      words.module,
      [codePart(module), ...held(expected.module === undefined ? null : module === expected.module)],
    ],
    [words.version, [codePart(version), ...held(null)]],
    [
      words.sha,
      [codePart(sha), ...held(commit === undefined ? null : commit.startsWith(sha), words.ofReport)],
    ],
  );
}

/** Null where there is nothing to hold it against. */
function held(same: boolean | null, as?: string): FactPart[] {
  if (same === null) return [];
  const { kind, mark, text } = SAME_MARKS[same ? 'same' : 'other'];
  return [markPart(kind, mark, as === undefined ? text : `${same ? '' : 'not '}${as}`)];
}

function dependencyTable({ dependencies = [] }: Chart): TableView {
  const { name, version, repository } = STAGE_WORDS.columns;
  return {
    caption: STAGE_WORDS.chart.dependencies,
    columns: columnsOf([name, version, repository]),
    rows: dependencies.map((one) => [
      [textPart(spelledOut(one.name))],
      [textPart(spelledOut(one.version))],
      [textPart(spelledOut(one.repository ?? '–'))],
    ]),
  };
}
