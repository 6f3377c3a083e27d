import { SCHEMA_VERSION, STAGES, type StageReportInput } from '../../../src/records/index.ts';
import { markdownFile, type Yaml } from '../../store/yaml-lines.ts';
import { digestOf, instant, objectId } from './invented.ts';
import { moduleCommit, type PlannedModule, type PlannedRelease } from './planned-release.ts';

/** A file below a folder. */
export interface LedgerFile {
  path: string;
  text: string;
}

const HOUR = 3_600_000;
type Stage = StageReportInput['stage'];

/** As many reports as the ledger's shape asks for, each with the bytes that it was read from. */
export function reportFiles(release: PlannedRelease): LedgerFile[] {
  const all: readonly (readonly [Stage, PlannedModule | null])[] = [
    ['integration', null],
    ...release.modules.map((module) => ['image-scan', module] as const),
    ...release.modules.map((module) => ['unit-tests', module] as const),
  ];
  return all.slice(0, release.reports).flatMap(([stage, module]) => reportFile(release, stage, module));
}

/** The image that was built of a module for a release. */
export function imageOf({ version }: PlannedRelease, { id }: PlannedModule): string {
  return digestOf(`image of ${id} ${version}`);
}

function reportFile(release: PlannedRelease, stage: Stage, module: PlannedModule | null): LedgerFile[] {
  const { product, version, at } = release;
  const about = module ?? (release.modules[0] as PlannedModule);
  const evidence = `${stage} of ${about.id} ${version}: ${objectId(`${stage} ${about.id} ${version}`)}\n`;
  const digest = digestOf(evidence);
  const fields: StageReportInput = {
    schema: SCHEMA_VERSION,
    product,
    version,
    stage,
    ...(module !== null && { module: module.id }),
    attempt: 1,
    full: true,
    commit: moduleCommit(about),
    ...(stage === 'image-scan' && { digest: imageOf(release, about) }),
    ranAt: instant(at - 2 * HOUR),
    filedAt: instant(at - 2 * HOUR + 60_000),
    filedBy: 'plants-ci',
    result: 'passed',
    measured: measuredIn(release, stage, about),
    evidence: [{ digest, name: `${stage}.txt`, format: stage === 'image-scan' ? 'trivy' : 'junit' }],
  };
  const number = STAGES.find(({ id }) => id === stage)?.number ?? '';
  const name = [number, stage, ...(module === null ? [] : [module.id])].join('-');
  return [
    { path: `stages/${name}.md`, text: markdownFile(fields as { [key: string]: Yaml }, '') },
    { path: `evidence/${digest.slice('sha256:'.length)}.txt`, text: evidence },
  ];
}

function measuredIn(
  release: PlannedRelease,
  stage: Stage,
  module: PlannedModule,
): StageReportInput['measured'] {
  if (stage !== 'image-scan')
    return {
      tests: { passed: 40 + (release.place % 60), failed: 0, errored: 0, skipped: release.place % 3 },
    };
  return {
    vulnerabilities: [],
    databaseAt: instant(release.at - 12 * HOUR),
    image: { digests: [imageOf(release, module)], revision: moduleCommit(module) },
  };
}
