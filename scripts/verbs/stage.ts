import path from 'node:path';
import { earlierVersions } from '../../src/history/earlier-versions.ts';
import { evidenceName } from '../../src/history/evidence-name.ts';
import {
  DigestSchema,
  Fault,
  InstantSchema,
  ObjectIdSchema,
  type StageReport,
  WebAddressSchema,
} from '../../src/records/index.ts';
import { knownEnvironment } from '../deployments/command/known-environment.ts';
import { caseChanges } from '../dossier/case-changes.ts';
import { combineReports } from '../dossier/combined-report.ts';
import { type GivenFile, readGivenFile } from '../dossier/evidence.ts';
import { knownModule } from '../dossier/known-module.ts';
import { type FiledReport, stageFile, stageNamed, stageReport } from '../dossier/stage-report.ts';
import { instantOf } from '../parse/instant.ts';
import type { ParsedReport } from '../parse/report/parsed-report.ts';
import { readReport } from '../parse/report/readers.ts';
import { DossierReader } from '../store/dossier-reader.ts';
import { ledgerPaths } from '../store/paths.ts';
import { LedgerReader } from '../store/read.ts';
import { writeAllOrNothing } from '../store/transaction.ts';
import { resolveVersion } from '../store/versions.ts';
import { markdownFile, type Yaml } from '../store/yaml-lines.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger stage` is asked for. */
export interface StageOptions {
  content: string;
  product: string;
  release: string;
  stage: string;
  module?: string;
  commit?: string;
  digest?: string;
  /** The environment, for a check after a deployment. */
  environment?: string;
  /** A run of a part only: it never stands for the stage. */
  part?: boolean;
  at?: string;
  by?: string;
  url?: string;
  path?: string;
  files: string[];
  /** The moment of filing; the clock's where it is not given. */
  now?: string;
}

/** Files the reports of one attempt at a stage: their bytes, and what they measured. Returns the exit code. */
export async function stage(options: StageOptions, out: Console): Promise<number> {
  const reader = new LedgerReader(options.content);
  const { policy } = reader.knownPolicy(options.product);
  const version = resolveVersion(reader, options.product, options.release);
  const filed = filedReport({ ...options, release: version });
  if (filed.module !== null) knownModule(filed.module, policy);
  if (filed.environment !== null) knownEnvironment(filed.environment, policy);
  const dossier = new DossierReader(options.content, options.product, version);
  const earlier = dossier.stageReports().map(({ data }) => data);
  const files = options.files.map(readGivenFile);
  const again = sameReport(earlier, filed, files);
  if (again !== undefined) return report(again, files, false, out);

  const parsed = files.map(readReport);
  const record = attemptOf(filed, files, parsed, earlier, reader);
  write(options.content, record, files);
  return report(record, files, true, out);
}

function filedReport(options: StageOptions): FiledReport {
  const now = momentOf(options.now);
  return {
    product: options.product,
    version: options.release,
    stage: stageNamed(options.stage),
    module: options.module ?? null,
    commit: checked('--commit', ObjectIdSchema, options.commit),
    digest: checked('--digest', DigestSchema, options.digest),
    environment: options.environment ?? null,
    full: options.part !== true,
    ranAt: options.at === undefined ? null : instantFrom(options.at),
    filedAt: now,
    filedBy: options.by ?? null,
    url: checked('--url', WebAddressSchema, options.url),
    path: options.path ?? null,
  };
}

interface Checks {
  safeParse(value: unknown): { success: boolean; error?: { issues: { message: string }[] } };
}

function checked(option: string, schema: Checks, value: string | undefined): string | null {
  if (value === undefined) return null;
  const result = schema.safeParse(value);
  if (result.success) return value;
  throw new Fault(`${option} ${value}: ${result.error?.issues[0]?.message ?? 'not of its form'}`, {
    hint: option === '--commit' ? 'Give it in full: git rev-parse COMMIT.' : 'See ledger stage --help.',
  });
}

/** A time with a zone; without one it could be any of several. */
function instantFrom(text: string): string {
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) && !Number.isNaN(Date.parse(text));
  const instant = zoned ? instantOf(Math.floor(Date.parse(text) / 1000)) : text;
  if (zoned && InstantSchema.safeParse(instant).success) return instant;
  throw new Fault(`--at ${text}: expected a time with its zone, as "2026-02-03T16:00:00+05:30"`);
}

/** The same bytes for the same thing are one attempt, however often a pipeline files them. */
function sameReport(
  earlier: readonly StageReport[],
  filed: FiledReport,
  files: readonly GivenFile[],
): StageReport | undefined {
  const digests = files.map(({ digest }) => digest).sort();
  return attemptsLike(filed, earlier).find(
    (known) =>
      known.full === filed.full &&
      known.evidence
        .map(({ digest }) => digest)
        .sort()
        .join() === digests.join(),
  );
}

/** Attempts at the same thing in the same place. */
function attemptsLike(
  { stage: id, module, environment }: FiledReport,
  earlier: readonly StageReport[],
): StageReport[] {
  return earlier.filter(
    (known) =>
      known.stage === id && (known.module ?? null) === module && (known.environment ?? null) === environment,
  );
}

function attemptOf(
  filed: FiledReport,
  files: readonly GivenFile[],
  parsed: readonly ParsedReport[],
  earlier: readonly StageReport[],
  reader: LedgerReader,
): StageReport {
  const combined = combineReports(parsed);
  const attempt = Math.max(0, ...attemptsLike(filed, earlier).map((known) => known.attempt)) + 1;
  const versions = earlierVersions(reader.versions(filed.product), filed.version);
  const of = {
    stage: filed.stage,
    ...(filed.module !== null && { module: filed.module }),
    ...(filed.environment !== null && { environment: filed.environment }),
  };
  const cases =
    combined.cases === null ? null : caseChanges(reader.content, filed.product, versions, of, combined.cases);
  const evidence = files.map(({ digest, name }, index) => {
    const { format = 'junit', tool } = parsed[index] ?? {};
    return { digest, name, format, ...(tool !== undefined && { tool }) };
  });
  return stageReport(filed, combined, attempt, cases, evidence);
}

function write(content: string, record: StageReport, files: readonly GivenFile[]): void {
  const paths = ledgerPaths(record.product);
  writeAllOrNothing(content, (transaction) => {
    const file = `${paths.part(record.version, 'stages')}/${stageFile(record)}.md`;
    transaction.write(file, markdownFile(record as unknown as { [key: string]: Yaml }, ''));
    for (const given of files)
      transaction.writeBytes(paths.evidence(record.version, evidenceName(given)), given.bytes);
  });
}

function report(record: StageReport, files: readonly GivenFile[], isNew: boolean, out: Console): number {
  const place = path.posix.join(
    ledgerPaths(record.product).part(record.version, 'stages'),
    `${stageFile(record)}.md`,
  );
  if (out.json) out.result({ ...record, path: place, new: isNew });
  const names = files.map(({ name }) => name).join(', ');
  const of = record.module === undefined ? record.stage : `${record.stage} of ${record.module}`;
  out.say(
    isNew
      ? `${record.product} ${record.version}, ${of}, attempt ${record.attempt}: ${record.result} (${names}).`
      : `${names}: filed before, as attempt ${record.attempt} at ${of}. Nothing was written.`,
  );
  for (const reason of record.reasons ?? []) out.say(`  ${reason}`);
  return 0;
}
