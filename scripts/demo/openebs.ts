import { type Clock, reapplyMessage } from '../world/index.ts';
import { FOR_1_6_0, FOR_1_7_0, FOR_1_8_0, FOR_1_8_0_RC1 } from './openebs/before-1-8.ts';
import {
  FIXES_AFTER_1_8_0,
  FOR_1_9_0,
  FOR_1_9_0_RC1,
  FOR_1_9_0_RC2,
  FOR_1_10_0,
  FOR_1_10_0_RC1,
  LATER_FOR_1_10_0_RC1,
} from './openebs/from-1-9.ts';
import { FOR_1_11_0, FOR_1_11_1, FOR_1_12_0, FOR_1_12_0_RC1 } from './openebs/from-1-10-1.ts';
import { OPENEBS_ON_GITHUB, OPENEBS_PLATFORM } from './openebs/platform.ts';
import { Project } from './project.ts';

/** OpenEBS: one repository, release candidates, release branches; tags gain their "v" with 1.10.0. */
export function openebsProject(clock: Clock): Project {
  const habits = { how: 'squash', signOff: true, maintainer: 'priya-s', language: '.go', clock } as const;
  const project = new Project({ ...habits, platform: OPENEBS_PLATFORM }, OPENEBS_ON_GITHUB);
  project.day('2025-09-22');
  project.direct('chore(release): lay out the repository', 'main', {
    'README.md': '# OpenEBS\n',
    VERSION: '1.6.0\n',
  });
  release16And17(project);
  release18(project);
  release19(project);
  release110(project);
  release111(project);
  release112(project);
  return project;
}

function release16And17(project: Project): void {
  project.plan('1.6.0');
  project.land(FOR_1_6_0);
  project.day('2025-10-14');
  project.tag('1.6.0', cut(project, '1.6.0'));
  project.day('2025-10-21');
  project.plan('1.7.0');
  project.land(FOR_1_7_0);
  project.day('2025-11-18');
  annotated(project, '1.7.0', cut(project, '1.7.0'));
}

/** Holds a feature that was taken back while 1.8.0 was a candidate, and came again with limits. */
function release18(project: Project): void {
  const { repo } = project;
  project.day('2025-11-24');
  project.plan('1.8.0');
  project.land(FOR_1_8_0_RC1);
  project.day('2025-12-09');
  annotated(project, '1.8.0-RC1', cut(project, '1.8.0-RC1'));
  project.revert(2833, 2827, 'ayo');
  project.land(FOR_1_8_0);
  const reverted = project.commitOf(2833);
  project.revert(2836, 2833, 'ayo', {
    title: 'Reapply "feat(metrics): latency histograms for every volume"',
    message: reapplyMessage(reverted),
  });
  project.day('2025-12-16');
  annotated(project, '1.8.0', cut(project, '1.8.0'));
  repo.branch('release-1.8');
  project.day('2026-01-05');
  project.plan('1.9.0');
  project.land(FIXES_AFTER_1_8_0);
  project.pick(2841, 'release-1.8');
  project.plan('1.8.1');
  project.automatedPick(2844, 2843, 'release-1.8');
  project.day('2026-01-08');
  annotated(project, '1.8.1', cut(project, '1.8.1', 'release-1.8'));
}

function release19(project: Project): void {
  project.day('2026-01-12');
  project.plan('1.9.0');
  project.land(FOR_1_9_0_RC1);
  project.direct('Correct the pool type in the sample manifests', 'main', {
    'deploy/sample-pool.yaml': SAMPLE_POOL,
  });
  project.day('2026-01-27');
  annotated(project, '1.9.0-RC1', cut(project, '1.9.0-RC1'));
  project.land(FOR_1_9_0_RC2);
  project.day('2026-02-03');
  annotated(project, '1.9.0-RC2', cut(project, '1.9.0-RC2'));
  project.land(FOR_1_9_0);
  project.day('2026-02-06');
  annotated(project, '1.9.0', cut(project, '1.9.0'));
  project.repo.branch('release-1.9');
}

const SAMPLE_POOL = 'apiVersion: openebs.example.org/v1\nkind: StoragePool\nspec:\n  poolType: striped\n';

/** Backports in three forms for 1.9.1, and a change of 1.9.0 that 1.10.0 takes back. */
function release110(project: Project): void {
  project.day('2026-02-16');
  project.plan('1.10.0');
  project.land(FOR_1_10_0_RC1);
  project.plan('1.9.1');
  project.automatedPick(2869, 2868, 'release-1.9');
  project.backport(2871, 2870, 'release-1.9', 'word');
  project.pick(2872, 'release-1.9');
  project.day('2026-03-05');
  annotated(project, '1.9.1', cut(project, '1.9.1', 'release-1.9'));
  project.plan('1.10.0');
  project.revert(2874, 2850, 'tomasz', { how: 'merge' });
  project.land(LATER_FOR_1_10_0_RC1);
  project.day('2026-03-24');
  annotated(project, 'v1.10.0-RC1', cut(project, '1.10.0-RC1'));
  project.land(FOR_1_10_0);
  project.day('2026-03-31');
  const candidate = cut(project, '1.10.0-RC2');
  annotated(project, 'v1.10.0-RC2', candidate);
  project.day('2026-04-07');
  annotated(project, 'v1.10.0', candidate);
  project.repo.branch('release-1.10', candidate);
}

/** The candidate of 1.11.0 is released as it is, withdrawn a week later and replaced by 1.11.1. */
function release111(project: Project): void {
  project.day('2026-04-14');
  project.plan('1.11.0');
  project.land(FOR_1_11_0);
  project.plan('1.10.1');
  project.backport(2894, 2890, 'release-1.10', 'pair');
  project.pick(2892, 'release-1.10');
  project.day('2026-04-28');
  annotated(project, 'v1.10.1', cut(project, '1.10.1', 'release-1.10'));
  project.day('2026-06-02');
  const candidate = cut(project, '1.11.0-RC1');
  annotated(project, 'v1.11.0-RC1', candidate);
  project.day('2026-06-04');
  annotated(project, 'v1.11.0', candidate);
  project.day('2026-06-09');
  project.plan('1.11.1');
  project.land(FOR_1_11_1);
  project.day('2026-06-11');
  annotated(project, 'v1.11.1', cut(project, '1.11.1'));
}

function release112(project: Project): void {
  project.day('2026-07-06');
  project.plan('1.12.0');
  project.land(FOR_1_12_0_RC1);
  project.day('2026-08-25');
  annotated(project, 'v1.12.0-RC1', cut(project, '1.12.0-RC1'));
  project.land(FOR_1_12_0);
  project.day('2026-09-08');
  const final = cut(project, '1.12.0');
  project.tag('v1.12.0', final, { message: 'OpenEBS 1.12.0', tagger: 'priya-s', signed: true });
}

/** The commit that a release is tagged on: it only sets the version. */
function cut(project: Project, version: string, on = 'main'): ReturnType<Project['direct']> {
  return project.direct(`chore(release): prepare ${version}`, on, { VERSION: `${version}\n` });
}

function annotated(project: Project, tag: string, commit: ReturnType<Project['direct']>): void {
  project.tag(tag, commit, { message: `OpenEBS ${tag.replace(/^v/, '')}`, tagger: 'priya-s' });
}
