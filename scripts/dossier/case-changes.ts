import { evidenceName } from '../../src/history/evidence-name.ts';
import { isPrerelease } from '../../src/history/version-order.ts';
import type { StageReport } from '../../src/records/index.ts';
import type { TestCase } from '../parse/report/parsed-report.ts';
import { readReport } from '../parse/report/readers.ts';
import { DossierReader } from '../store/dossier-reader.ts';
import { stageFile } from './stage-report.ts';

/** What two reports have to be of to be compared. */
const FIELDS = ['stage', 'module', 'environment'] as const;

/**
 * Test cases that came and went since the newest earlier release that ran the stage there. `earlier` are versions, the
 * nearest first. Null where no earlier release has the stage.
 */
export function caseChanges(
  content: string,
  product: string,
  earlier: readonly string[],
  of: Pick<StageReport, 'stage' | 'module' | 'environment'>,
  cases: readonly TestCase[],
): NonNullable<StageReport['cases']> | null {
  const name = stageFile({ ...of, attempt: 1 });
  const isOfStage = (file: string): boolean => file === name || file.startsWith(`${name}-`);
  for (const since of earlier.filter((version) => !isPrerelease(version))) {
    const reader = new DossierReader(content, product, since);
    const before = reader
      .stageReports(isOfStage)
      .map(({ data }) => data)
      .filter((report) => report.full && FIELDS.every((field) => report[field] === of[field]))
      .sort((a, b) => a.attempt - b.attempt)
      .at(-1);
    if (before !== undefined) return { since, ...difference(casesOf(before, reader), cases) };
  }
  return null;
}

/** The cases of an earlier report, read from its evidence again. */
function casesOf({ evidence }: StageReport, reader: DossierReader): TestCase[] {
  return evidence.flatMap((file) => {
    const bytes = reader.evidence(evidenceName(file));
    return readReport({ name: file.name, bytes }).cases ?? [];
  });
}

function difference(
  before: readonly TestCase[],
  now: readonly TestCase[],
): { added: string[]; removed: string[] } {
  const [old, fresh] = [before, now].map((cases) => new Set(cases.map(({ name }) => name))) as [
    Set<string>,
    Set<string>,
  ];
  return {
    added: [...fresh].filter((name) => !old.has(name)).sort(),
    removed: [...old].filter((name) => !fresh.has(name)).sort(),
  };
}
