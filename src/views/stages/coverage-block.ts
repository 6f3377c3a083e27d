import type { StageReport } from '../../records/stage-report.ts';
import { textPart } from '../fact-view.ts';
import { STAGE_WORDS } from '../stage-texts.ts';
import { columnsOf } from '../table-view.ts';
import { changeText, percentOf, percentText } from './amounts.ts';
import { block, type MeasuredBlock } from './measured-block.ts';

const PARTS = ['lines', 'branches', 'functions'] as const;

/** How much tests reached, and how much more or less than before. */
export function coverageBlock({ measured }: StageReport, before: StageReport | null): MeasuredBlock[] {
  const { coverage } = measured;
  if (coverage === undefined) return [];
  const words = STAGE_WORDS.coverage;
  const { what, now, before: earlier, change, measured: counts } = STAGE_WORDS.columns;
  const rows = PARTS.flatMap((part) => {
    const covered = coverage[part];
    if (covered === undefined) return [];
    const old = before?.measured.coverage?.[part];
    const of = `${covered.covered.toLocaleString('en-GB')} of ${covered.total.toLocaleString('en-GB')}`;
    const texts = [
      words.rows[part],
      of,
      percentText(covered),
      old === undefined ? '–' : percentText(old),
      pointsText(percentOf(covered), old === undefined ? null : percentOf(old)),
    ];
    return [texts.map((text) => [textPart(text)])];
  });
  const columns = columnsOf([what], [counts, now, earlier, change]);
  return [block('coverage', words.title, { tables: [{ caption: words.title, columns, rows }] })];
}

/** In percentage points. */
function pointsText(now: number | null, before: number | null): string {
  return now === null || before === null ? '–' : changeText(now - before, 2);
}
