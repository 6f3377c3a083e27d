import { STAGES, type Stage, type StageReport } from '../../records/stage-report.ts';
import type { Recorded } from '../../verdict/dossier.ts';
import { stagePath } from '../paths.ts';
import { anchorOf } from '../record-anchor.ts';

/** A stage with its number and name. */
export function stageOf(stage: Stage): (typeof STAGES)[number] {
  return STAGES.find(({ id }) => id === stage) ?? STAGES[0];
}

/** The last part of the address of a stage's page, as "3a-unit-tests-director-api". */
export function runSlug(stage: Stage, module: string | null): string {
  return [stageOf(stage).number, stage, ...(module === null ? [] : [module])].join('-');
}

/** Where an attempt is shown. */
export function attemptHref({ data, path }: Recorded<StageReport>): string {
  const { product, version, stage, module = null } = data;
  return `${stagePath(product, version, runSlug(stage, module))}#${anchorOf('attempt', path)}`;
}
