import type { Stage } from '../../records/index.ts';
import { judgeEvidence } from '../../verdict/evidence-binding.ts';
import { requiredStages } from '../../verdict/required-stages.ts';
import { scanDoubt } from '../../verdict/scan-age.ts';
import type { ShippingModule } from '../../verdict/shipping.ts';
import { type CountedRun, countedRuns, runName } from '../../verdict/stage-runs.ts';
import type { TestEvidence } from '../row.ts';
import type { DeployedRelease, KnownThen } from './deployed-release.ts';

/** Stages that test, in the pipeline's order. */
const TESTS: readonly Stage[] = ['unit-tests', 'integration', 'load', 'sanity', 'validation'];
/** What is asked for where the policy asks for nothing. */
const USUAL: readonly Stage[] = ['unit-tests', 'integration'];

/** A counted run, and what ships that it has to be of. */
export interface HeldRun {
  run: CountedRun;
  ships: ShippingModule | undefined;
}

/**
 * The tests that the deployed release needed, as they were filed by then: of a module those of the release that moved it
 * last, of the whole those of the deployed one. A stage without a run is a row of its own, unproven.
 */
export function testsOf(deployed: DeployedRelease, module: string): TestEvidence[] {
  const { release } = deployed;
  if (release === null) return [];
  const required = requiredStages(release.dossier);
  const stages = required === null ? USUAL : TESTS.filter((stage) => required.includes(stage));
  const runs = runsFor(deployed, module);
  return stages.flatMap((stage) => {
    const ofStage = runs.filter(({ run }) => run.stage === stage);
    return ofStage.length === 0 ? [withoutRun(stage, module)] : ofStage.map(testEvidence);
  });
}

/** One word for all tests: what failed first, then what is not proven. No test at all proves nothing. */
export function overallResult(tests: readonly TestEvidence[]): TestEvidence['result'] {
  if (tests.some(({ result }) => result === 'failed')) return 'failed';
  const isPassed = tests.length > 0 && tests.every(({ result }) => result === 'passed');
  return isPassed ? 'passed' : 'unproven';
}

/** The runs that count of a module and of the whole release. */
export function runsFor(deployed: DeployedRelease, module: string): HeldRun[] {
  const { release } = deployed;
  const home = deployed.homeOf(module);
  return [
    ...heldRuns(home, (run) => run.module === module, home?.shipping.modules.get(module)),
    ...heldRuns(release, (run) => run.module === null, release?.shipping.lead),
  ];
}

function heldRuns(
  known: KnownThen | null,
  isMeant: (run: CountedRun) => boolean,
  ships: ShippingModule | undefined,
): HeldRun[] {
  if (known === null) return [];
  return countedRuns(known.dossier.stages)
    .filter(isMeant)
    .map((run) => ({ run, ships }));
}

/** What a run shows. A report of another commit shows nothing of what was deployed. */
export function testEvidence({ run, ships }: HeldRun): TestEvidence {
  const { data, path } = run.counts;
  const binding = ships === undefined ? null : judgeEvidence(run, ships);
  const doubt = binding?.is === 'bound' ? scanDoubt(data) : unboundText(run, binding?.reason.text);
  return {
    stage: run.stage,
    module: run.module,
    result: doubt !== null && data.result === 'passed' ? 'unproven' : data.result,
    because: [doubt ?? '', ...(data.reasons ?? [])].filter((text) => text !== '').join('; '),
    commit: data.commit ?? null,
    digest: data.digest ?? null,
    ranAt: data.ranAt,
    record: path,
  };
}

function unboundText(run: CountedRun, text: string | undefined): string {
  return text ?? `${runName(run)}: what was released of it is not known`;
}

/** Nothing was filed of a stage by the time of the deployment. */
export function withoutRun(stage: string, module: string | null): TestEvidence {
  const because = 'no full run was filed before the deployment';
  const unknown = { commit: null, digest: null, ranAt: null, record: null };
  return { stage, module, result: 'unproven', because, ...unknown };
}
