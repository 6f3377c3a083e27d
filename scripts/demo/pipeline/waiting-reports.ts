import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stageAttempts } from './attempts.ts';
import { DIRECTOR_PIPELINE, DIRECTOR_PLANS } from './director.ts';
import { pipelineSubject } from './subject.ts';

/** The release that is open on the sample's day. */
const OPEN = '1.26.3';

/**
 * Writes what the build server has measured of the release of today and nobody has filed yet: the suite once more, and
 * the load test. The guide files them.
 */
export async function writeWaitingReports(content: string, folder: string): Promise<void> {
  const plan = DIRECTOR_PLANS.find(({ version }) => version === OPEN);
  if (plan === undefined) throw new Error(`there is no plan of ${OPEN}`);
  const { trouble: _, ...rest } = plan;
  const later = {
    ...rest,
    beganAt: '2026-09-28T08:05:00+00:00',
    load: 291,
    only: ['integration', 'load'] as const,
  };
  await mkdir(folder, { recursive: true });
  for (const { reports } of stageAttempts(pipelineSubject(content, DIRECTOR_PIPELINE, later)))
    for (const { name, text } of reports) await writeFile(path.join(folder, name), text);
}
