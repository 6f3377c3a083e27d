import { spelledOut } from '../../markdown/harmless.ts';
import type { StageReport, TestTotals } from '../../records/stage-report.ts';
import { textPart } from '../fact-view.ts';
import { STAGE_WORDS } from '../stage-texts.ts';
import { columnsOf, type TableView } from '../table-view.ts';
import { changeText, figureText } from './amounts.ts';
import { block, listOf, type MeasuredBlock } from './measured-block.ts';

const ROWS = ['passed', 'failed', 'errored', 'skipped', 'seconds'] as const;

/** How tests went, and which came and went since the previous release. */
export function testsBlock({ measured, cases }: StageReport, before: StageReport | null): MeasuredBlock[] {
  const words = STAGE_WORDS.tests;
  if (measured.tests === undefined) return [];
  return [
    block('tests', words.title, {
      sentences: [
        cases === undefined
          ? words.notCompared
          : words.changed(cases.added.length, cases.removed.length, cases.since),
      ],
      tables: [totalsTable(measured.tests, before?.measured.tests)],
      lists: [
        ...listOf(words.added(cases?.added.length ?? 0), (cases?.added ?? []).map(spelledOut)),
        ...listOf(words.removed(cases?.removed.length ?? 0), (cases?.removed ?? []).map(spelledOut)),
      ],
    }),
  ];
}

function totalsTable(now: TestTotals, before: TestTotals | undefined): TableView {
  const { what, now: today, before: earlier, change } = STAGE_WORDS.columns;
  const rows = ROWS.filter((row) => now[row] !== undefined || before?.[row] !== undefined);
  return {
    caption: STAGE_WORDS.tests.title,
    columns: columnsOf([what], [today, earlier, change]),
    rows: rows.map((row) => {
      const [value, old] = [now[row], before?.[row]];
      const digits = row === 'seconds' ? 1 : 0;
      const difference = value === undefined || old === undefined ? '–' : changeText(value - old, digits);
      const texts = [STAGE_WORDS.tests.rows[row], shown(value), shown(old), difference];
      return texts.map((text) => [textPart(text)]);
    }),
  };
}

function shown(value: number | undefined): string {
  return value === undefined ? '–' : figureText(value);
}
