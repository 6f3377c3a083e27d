import { Fault, SCHEMA_VERSION, STAGES, type Stage, type StageReport } from '../../src/records/index.ts';
import { NO_ZONE } from '../parse/report/junit/run-times.ts';
import type { CombinedReport } from './combined-report.ts';

/** What whoever files a report says of it. */
export interface FiledReport {
  product: string;
  version: string;
  stage: Stage;
  module: string | null;
  commit: string | null;
  digest: string | null;
  /** The environment that it ran in, for a check after a deployment. */
  environment: string | null;
  /** False for a run of a part only. */
  full: boolean;
  /** When it ran, where the report does not say. */
  ranAt: string | null;
  filedAt: string;
  filedBy: string | null;
  url: string | null;
  /** The path that a playbook took, where the report does not say. */
  path: string | null;
}

/** The record of one attempt. Throws a Fault where the report is of something else than whoever files it says. */
export function stageReport(
  filed: FiledReport,
  combined: CombinedReport,
  attempt: number,
  cases: StageReport['cases'] | null,
  evidence: StageReport['evidence'],
): StageReport {
  const commit = agreed('commit', filed.commit, combined.commits);
  const digest = agreed('digest', filed.digest, combined.digests);
  // Whoever files a report knows when it ran, where its own time has no zone.
  const known = filed.ranAt === null ? combined.doubts : combined.doubts.filter((doubt) => doubt !== NO_ZONE);
  const doubts = [
    ...known,
    ...(commit === null && digest === null ? ['nothing says which commit or image it ran on'] : []),
  ];
  const reasons = [...combined.failures, ...doubts];
  const path = combined.measured.path ?? filed.path;
  return {
    schema: SCHEMA_VERSION,
    product: filed.product,
    version: filed.version,
    stage: filed.stage,
    ...(filed.module !== null && { module: filed.module }),
    attempt,
    full: filed.full,
    ...(commit !== null && { commit }),
    ...(digest !== null && { digest }),
    ...(filed.environment !== null && { environment: filed.environment }),
    ranAt: combined.ranAt ?? filed.ranAt ?? filed.filedAt,
    filedAt: filed.filedAt,
    ...(filed.filedBy !== null && { filedBy: filed.filedBy }),
    ...(filed.url !== null && { url: filed.url }),
    result: combined.failures.length > 0 ? 'failed' : doubts.length > 0 ? 'unproven' : 'passed',
    ...(reasons.length > 0 && { reasons }),
    measured: { ...combined.measured, ...(path !== null && { path }) },
    ...(cases !== null && { cases }),
    evidence,
  };
}

/** What was said and what the reports name must be the same; one that is named alone is taken. */
function agreed(what: string, said: string | null, named: readonly string[]): string | null {
  if (named.length === 0) return said;
  if (said === null && named.length === 1) return named[0] ?? null;
  if (said !== null && named.includes(said)) return said;
  const list = named.join(', ');
  throw said === null
    ? new Fault(`the report names several: ${list}`, { hint: `Say which one it ran on: --${what} …` })
    : new Fault(`the report is of another ${what}: it names ${list}, not ${said}`, {
        hint: 'File it for the release that it is of.',
      });
}

/** The stage of a name, a number ("3b") or an id. Throws a Fault with those that there are. */
export function stageNamed(name: string): Stage {
  const found = STAGES.find(({ id, number }) => id === name || number === name);
  if (found !== undefined) return found.id;
  throw new Fault(`there is no stage "${name}"`, {
    hint: `Stages are ${STAGES.map(({ id, number }) => `${number} ${id}`).join(', ')}.`,
  });
}

/** Where a record stands in the folder of stages: "9-sanity", "3a-unit-tests-core-2", "9-sanity-in-production". */
export function stageFile({
  stage,
  module,
  environment,
  attempt,
}: Pick<StageReport, 'stage' | 'module' | 'environment' | 'attempt'>): string {
  const number = STAGES.find(({ id }) => id === stage)?.number ?? '';
  const place = environment === undefined ? undefined : `in-${environment}`;
  const parts = [number, stage, module, place, attempt > 1 ? attempt : undefined];
  return parts.filter((part) => part !== undefined).join('-');
}
