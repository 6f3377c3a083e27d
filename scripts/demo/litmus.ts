import type { Clock } from '../world/index.ts';
import { LITMUS_ON_GITHUB, LITMUS_PLATFORM } from './litmus/platform.ts';
import {
  BATCH_FOR_1_4,
  FOR_1_1,
  FOR_1_2,
  FOR_1_3,
  FOR_1_4,
  FOR_1_4_RC1,
  FOR_1_5,
  FOR_1_6,
  URGENT_FOR_1_2_1,
  URGENT_FOR_1_4_1,
} from './litmus/pulls.ts';
import { Project } from './project.ts';

const BRANCH = 'master';

/** Litmus: modules by folder in one repository, 1.2 for a release and 1.2.1 for an emergency. */
export function litmusProject(clock: Clock): Project {
  const habits = { how: 'squash', signOff: false, maintainer: 'meera-k', language: '.go', clock } as const;
  const project = new Project({ ...habits, branch: BRANCH, platform: LITMUS_PLATFORM }, LITMUS_ON_GITHUB);
  project.day('2025-11-03');
  project.direct('chore: one repository for all parts', BRANCH, partsOf('1.1'));
  project.plan('1.1');
  project.land(FOR_1_1);
  release(project, '2025-11-17', '1.1');
  project.plan('1.2');
  project.land(FOR_1_2);
  release(project, '2025-12-15', '1.2');
  project.day('2025-12-17');
  emergency(project, '2025-12-19', '1.2.1', URGENT_FOR_1_2_1);
  project.plan('1.3');
  project.land(FOR_1_3);
  release(project, '2026-01-19', '1.3');
  release14(project);
  project.day('2026-02-18');
  emergency(project, '2026-02-20', '1.4.1', URGENT_FOR_1_4_1);
  project.plan('1.5');
  project.land(FOR_1_5);
  release(project, '2026-03-16', '1.5');
  project.plan('1.6');
  project.land(FOR_1_6);
  project.revert(1500, 1487, 'ayo', {
    title: 'revert: start probes without a pod of their own',
  });
  release(project, '2026-04-20', '1.6');
  return project;
}

/** A batch that a bot merged as an octopus, and a candidate. */
function release14(project: Project): void {
  project.day('2026-01-26');
  project.plan('1.4');
  project.landBatch(BATCH_FOR_1_4, 'meera-k');
  project.land(FOR_1_4_RC1);
  release(project, '2026-02-11', '1.4-rc1');
  project.land(FOR_1_4);
  release(project, '2026-02-16', '1.4');
}

/** Fixed on the main branch, picked to a branch of the last release, and released from there. */
function emergency(project: Project, day: string, version: string, fixes: typeof URGENT_FOR_1_2_1): void {
  const branch = `v${version.split('.').slice(0, 2).join('.')}.x`;
  project.repo.branch(branch, BRANCH);
  project.plan(version);
  project.land(fixes);
  for (const { number } of fixes) project.pick(number, branch);
  release(project, day, version, branch);
}

function release(project: Project, day: string, version: string, on = BRANCH): void {
  project.day(day);
  const commit = project.direct(`chore(release): ${version}`, on, partsOf(version));
  project.tag(version, commit, { message: `Litmus ${version}`, tagger: 'meera-k' });
  project.tag(`litmus-portal/v${version}`, commit);
}

function partsOf(version: string): Record<string, string> {
  return {
    VERSION: `${version}\n`,
    'litmus-portal/VERSION': `${version}\n`,
    'chaos-operator/VERSION': `${version}\n`,
    'chaos-runner/VERSION': `${version}\n`,
  };
}
