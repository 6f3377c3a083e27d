import type { Stage } from '../../../src/records/index.ts';
import type { SampleImage } from '../reports/image.ts';
import { minutesAfter } from '../reports/moments.ts';
import type { ReportText } from '../reports/report-file.ts';
import { MINUTES, OF_MODULES, type Trouble } from './plan.ts';
import type { StageContext } from './stage-context.ts';
import { stageReports } from './stage-reports.ts';
import type { PipelineSubject } from './subject.ts';

/** What is filed of one attempt at a stage. */
export interface StageAttempt {
  stage: Stage;
  module?: string;
  commit?: string;
  at: string;
  part: boolean;
  reports: ReportText[];
}

type Outcome = StageContext['outcome'];

/** All attempts at all stages of a release, in the order in which they ran. */
export function stageAttempts(subject: PipelineSubject): StageAttempt[] {
  const { habits, plan } = subject;
  const stages = plan.only ?? habits.stages;
  return stages
    .filter((stage) => stage !== 'load' || plan.load !== undefined)
    .flatMap((stage) =>
      OF_MODULES.has(stage)
        ? Object.keys(plan.modules).flatMap((module) => attemptsAt(stage, module, subject))
        : attemptsAt(stage, undefined, subject),
    );
}

const OUTCOMES: Partial<Record<Trouble['is'], readonly Outcome[]>> = {
  'failed, then passed': ['failed', 'passed'],
  'failed, then passed in part': ['failed', 'partial'],
  'without tests': ['empty'],
  missing: [],
};

/** Minutes from one attempt at a stage to the next. */
const AGAIN = 33;

function attemptsAt(stage: Stage, module: string | undefined, subject: PipelineSubject): StageAttempt[] {
  const trouble = subject.plan.trouble?.find((each) => each.stage === stage && each.module === module);
  const outcomes = (trouble && OUTCOMES[trouble.is]) ?? ['passed' as const];
  return outcomes.map((outcome, index) => {
    const context = contextOf(stage, module, subject, outcome, index * AGAIN);
    if (trouble?.is === 'of the release before') context.image.commit = commitBefore(context, subject);
    return troubled(attemptOf(context, module), trouble);
  });
}

/** Somebody started the tool on a checkout of last time. */
function commitBefore({ image }: StageContext, { modules }: PipelineSubject): string {
  return modules.find(({ id }) => id === image.module)?.before ?? image.commit;
}

function attemptOf(context: StageContext, module: string | undefined): StageAttempt {
  const { stage, image, at, outcome } = context;
  return {
    stage,
    ...(module !== undefined && { module }),
    commit: image.commit,
    at,
    part: outcome === 'partial',
    reports: stageReports(context),
  };
}

function contextOf(
  stage: Stage,
  module: string | undefined,
  subject: PipelineSubject,
  outcome: Outcome,
  later: number,
): StageContext {
  const { habits, plan, modules, parts } = subject;
  const lead = modules[0]?.id ?? '';
  const of = module ?? lead;
  return {
    habits,
    plan,
    stage,
    image: imageOf(of, stage, subject),
    module: plan.modules[of] ?? { tests: 0 },
    at: minutesAfter(plan.beganAt, MINUTES[stage] + later),
    parts: of === lead ? parts : [],
    outcome,
  };
}

/** What is tested in pre-production is the commit that was promoted, where there is one. */
function imageOf(id: string, stage: Stage, { plan, modules, staging }: PipelineSubject): SampleImage {
  const module = modules.find((each) => each.id === id);
  if (module === undefined) throw new Error(`${plan.version} has no commit of ${id}`);
  const commit = OF_MODULES.has(stage) ? module.commit : (staging ?? module.commit);
  const builtAt = minutesAfter(plan.beganAt, MINUTES.build + 7);
  return { module: id, version: module.version, commit, builtAt };
}

function troubled(attempt: StageAttempt, trouble: Trouble | undefined): StageAttempt {
  if (trouble?.is === 'without a database date')
    return { ...attempt, reports: attempt.reports.filter(({ name }) => name !== 'trivy-version.json') };
  if (trouble?.is === 'of nothing named') {
    const { commit: _, ...unnamed } = attempt;
    return unnamed;
  }
  return attempt;
}
