import { spelledOut } from '../../markdown/harmless.ts';
import type { Measurements, StageReport } from '../../records/stage-report.ts';
import { codePart, textPart, timePart } from '../fact-view.ts';
import { MET_MARKS, STAGE_WORDS, STEP_MARKS } from '../stage-texts.ts';
import { columnsOf, type TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import { figureChange, figureText } from './amounts.ts';
import { block, listOf, type MeasuredBlock } from './measured-block.ts';
import { thresholdFigure } from './threshold-figure.ts';

/** Rows of limits, figures and steps: more come as lines. */
const ROOM = 25;

/** Figures of a load test against their limits, beside those of the previous release. */
export function loadBlock({ measured }: StageReport, before: StageReport | null): MeasuredBlock[] {
  const { thresholds } = measured;
  const words = STAGE_WORDS.load;
  if (thresholds === undefined || thresholds.length === 0) return [];
  const further = thresholds
    .slice(ROOM)
    .map(({ metric, limit, met }) => spelledOut([MET_MARKS[`${met}`].text, metric, limit].join('  ')));
  return [
    block('limits', words.title, {
      tables: [thresholdTable(measured, before?.measured.figures)],
      lists: listOf(words.further(further.length), further),
    }),
  ];
}

function thresholdTable(
  { thresholds = [], figures }: Measurements,
  past: Measurements['figures'],
): TableView {
  const { metric, limit, result, measured, before } = STAGE_WORDS.columns;
  return {
    caption: STAGE_WORDS.load.title,
    columns: columnsOf([metric, limit, result], [measured, before]),
    rows: thresholds
      .slice(0, ROOM)
      .map((threshold) => [
        [textPart(spelledOut(threshold.metric))],
        [codePart(spelledOut(threshold.limit))],
        [{ is: 'mark', mark: MET_MARKS[`${threshold.met}`] }],
        ...[thresholdFigure(threshold, figures), thresholdFigure(threshold, past)].map((value) => [
          textPart(value === null ? '–' : figureText(value)),
        ]),
      ]),
  };
}

/** The steps of a pipeline, or the checks of a commit. */
export function stepsBlock({ measured: { steps } }: StageReport, timeZone: string): MeasuredBlock[] {
  if (steps === undefined || steps.length === 0) return [];
  const { step, result, at, seconds } = STAGE_WORDS.columns;
  const rows = steps
    .slice(0, ROOM)
    .map((one) => [
      [textPart(spelledOut(one.name))],
      [{ is: 'mark' as const, mark: STEP_MARKS[one.result] }],
      [one.at === undefined ? textPart('–') : timePart(momentOf(one.at, timeZone))],
      [textPart(one.seconds === undefined ? '–' : figureText(one.seconds))],
    ]);
  const further = steps.slice(ROOM).map((one) => `${one.result}  ${spelledOut(one.name)}`);
  const columns = columnsOf([step, result, at], [seconds]);
  return [
    block('steps', STAGE_WORDS.steps.title, {
      tables: [{ caption: STAGE_WORDS.steps.title, columns, rows }],
      lists: listOf(STAGE_WORDS.short.steps(further.length), further),
    }),
  ];
}

/** Every figure that a report has by name. */
export function figuresBlock(
  { measured: { figures } }: StageReport,
  before: StageReport | null,
): MeasuredBlock[] {
  const all = Object.entries(figures ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  if (all.length === 0) return [];
  const { figure, now, before: earlier, change } = STAGE_WORDS.columns;
  const past = before?.measured.figures;
  const rows = all.slice(0, ROOM).map(([name, value]) => {
    const old = past?.[name];
    const texts = [
      figureText(value),
      old === undefined ? '–' : figureText(old),
      old === undefined ? '–' : figureChange(value - old),
    ];
    return [[textPart(spelledOut(name))], ...texts.map((text) => [textPart(text)])];
  });
  const further = all.slice(ROOM).map(([name, value]) => `${spelledOut(name)}  ${figureText(value)}`);
  const columns = columnsOf([figure], [now, earlier, change]);
  return [
    block('figures', STAGE_WORDS.figures.title, {
      tables: [{ caption: STAGE_WORDS.figures.title, columns, rows }],
      lists: listOf(STAGE_WORDS.figures.further(further.length), further),
    }),
  ];
}
