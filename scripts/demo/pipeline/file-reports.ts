import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Console } from '../../verbs/console.ts';
import { stage } from '../../verbs/stage.ts';
import { minutesAfter } from '../reports/moments.ts';
import { type StageAttempt, stageAttempts } from './attempts.ts';
import { DIRECTOR_PIPELINE, DIRECTOR_PLANS } from './director.ts';
import { LITMUS_PIPELINE, LITMUS_PLANS } from './litmus.ts';
import { OPENEBS_PIPELINE, OPENEBS_PLANS } from './openebs.ts';
import type { PipelineHabits, PipelinePlan } from './plan.ts';
import { pipelineSubject } from './subject.ts';

const PIPELINES: readonly { habits: PipelineHabits; plans: readonly PipelinePlan[] }[] = [
  { habits: OPENEBS_PIPELINE, plans: OPENEBS_PLANS },
  { habits: LITMUS_PIPELINE, plans: LITMUS_PLANS },
  { habits: DIRECTOR_PIPELINE, plans: DIRECTOR_PLANS },
];

/** Files the reports of all pipelines as the build servers did: each attempt with `ledger stage`, a minute after it. */
export async function fileSampleReports(content: string, folder: string, out: Console): Promise<void> {
  for (const { habits, plans } of PIPELINES)
    for (const plan of plans) await filePlan(content, folder, habits, plan, out);
}

async function filePlan(
  content: string,
  folder: string,
  habits: PipelineHabits,
  plan: PipelinePlan,
  out: Console,
): Promise<void> {
  const attempts = stageAttempts(pipelineSubject(content, habits, plan));
  for (const [index, attempt] of attempts.entries()) {
    const place = path.join(folder, habits.product, plan.version, String(index + 1));
    const files = await writeReports(place, attempt);
    await stage({ content, ...filedAs(attempt, habits, plan), files }, out);
  }
}

async function writeReports(folder: string, { reports }: StageAttempt): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = reports.map(({ name, text }) => ({ file: path.join(folder, name), text }));
  for (const { file, text } of files) await writeFile(file, text);
  return files.map(({ file }) => file);
}

type Filed = Omit<Parameters<typeof stage>[0], 'content' | 'files'>;

function filedAs(attempt: StageAttempt, { product, account }: PipelineHabits, plan: PipelinePlan): Filed {
  const { stage: id, module, commit, at, part } = attempt;
  return {
    product,
    release: plan.version,
    stage: id,
    ...(module !== undefined && { module }),
    ...(commit !== undefined && { commit }),
    ...(part && { part }),
    at,
    by: account,
    url: `https://ci.example.org/${product}/${plan.run}/${id}`,
    now: minutesAfter(at, 6),
  };
}
