import type { Clock } from '../world/index.ts';
import { type ChartVersions, chartFiles, FIRST_VERSIONS } from './director/chart.ts';
import { OPEN_DAY } from './director/open-day.ts';
import { DIRECTOR_ON_GITHUB, directorPlatform } from './director/platform.ts';
import type { ModuleMove, ReleaseDay } from './director/release-day.ts';
import { WEEK_ONE } from './director/week-one.ts';
import { WEEK_THREE } from './director/week-three.ts';
import { WEEK_TWO } from './director/week-two.ts';
import { Project } from './project.ts';

const MODULES = ['api', 'web', 'agent'] as const;
const MASTER = 'master';
const STAGING = 'staging';
const CHART = 'charts/director';
const RELEASE_BOT = 'director-release[bot]';
/** The umbrella's change of 1.24.1 that stopped too many upgrades. */
const TAKEN_BACK = { number: 448, of: 444, in: '1.25.0' };
/** The repositories of Director. */
export interface DirectorProjects {
  umbrella: Project;
  api: Project;
  web: Project;
  agent: Project;
}

/** Director: an umbrella chart and three modules, each in its own repository, released on every weekday. */
export function directorProjects(clock: Clock): DirectorProjects {
  const projects = {
    umbrella: begin('umbrella', clock),
    api: begin('api', clock),
    web: begin('web', clock),
    agent: begin('agent', clock),
  };
  firstRelease(projects);
  let versions = FIRST_VERSIONS;
  for (const day of [...WEEK_ONE, ...WEEK_TWO, ...WEEK_THREE]) versions = releaseDay(projects, day, versions);
  openDay(projects, versions);
  return projects;
}

/** What is merged on a day was written on the working day before. */
const REST = 16;

function begin(part: keyof DirectorProjects, clock: Clock): Project {
  const habits = { how: 'squash', signOff: false, maintainer: 'priya-s', rest: REST, clock } as const;
  const language = part === 'web' ? '.tsx' : part === 'umbrella' ? '.yaml' : '.go';
  const platform = directorPlatform(part);
  return new Project({ ...habits, branch: MASTER, language, platform }, DIRECTOR_ON_GITHUB[part]);
}

function firstRelease(projects: DirectorProjects): void {
  projects.umbrella.day('2026-09-04');
  for (const module of MODULES) {
    const commit = projects[module].direct(
      `chore: bring director-${module} over from the common repository`,
      MASTER,
    );
    projects[module].tag(`v${FIRST_VERSIONS[module]}`, commit);
    projects[module].repo.branch(STAGING);
  }
  const { umbrella } = projects;
  umbrella.direct(
    'feat: install Director and its parts with one chart',
    MASTER,
    chartFiles(CHART, FIRST_VERSIONS),
  );
  umbrella.repo.branch(STAGING);
  umbrella.tag(
    `v${FIRST_VERSIONS.umbrella}`,
    umbrella.repo.tip(MASTER),
    tagOptions(FIRST_VERSIONS.umbrella, '2026-09-04'),
  );
}

function releaseDay(projects: DirectorProjects, day: ReleaseDay, before: ChartVersions): ChartVersions {
  const { umbrella } = projects;
  umbrella.day(day.date);
  for (const part of Object.values(projects) as Project[]) part.plan(day.version);
  for (const module of MODULES) moveModule(projects[module], day[module]);
  if (day.version === TAKEN_BACK.in)
    umbrella.revert(TAKEN_BACK.number, TAKEN_BACK.of, 'priya-s', { into: STAGING });
  umbrella.land((day.umbrella ?? []).map((pull) => ({ ...pull, into: STAGING })));
  const versions = versionsAfter(day, before);
  prepare(umbrella, versions);
  umbrella.promote(day.promotion, STAGING, RELEASE_BOT);
  umbrella.tag(`v${day.version}`, umbrella.repo.tip(MASTER), tagOptions(day.version, day.date));
  return versions;
}

/** Lies on the staging branch, neither promoted nor tagged. */
function openDay(projects: DirectorProjects, before: ChartVersions): void {
  projects.umbrella.day(OPEN_DAY.date);
  for (const module of MODULES) {
    projects[module].plan(OPEN_DAY.version);
    projects[module].land((OPEN_DAY[module]?.pulls ?? []).map((pull) => ({ ...pull, into: STAGING })));
  }
  prepare(projects.umbrella, versionsAfter(OPEN_DAY, before));
}

function versionsAfter(day: Omit<ReleaseDay, 'promotion'>, before: ChartVersions): ChartVersions {
  const moved = MODULES.flatMap((module) =>
    day[module] === undefined ? [] : [[module, day[module].version]],
  );
  return { ...before, ...day.charts, ...Object.fromEntries(moved), umbrella: day.version };
}

function prepare(umbrella: Project, versions: ChartVersions): void {
  umbrella.repo.commit({
    on: STAGING,
    author: RELEASE_BOT,
    message: `chore(chart): prepare ${versions.umbrella}`,
    files: chartFiles(CHART, versions),
  });
}

function moveModule(project: Project, move: ModuleMove | undefined): void {
  if (move === undefined) return;
  project.land(move.pulls.map((pull) => ({ ...pull, into: STAGING })));
  project.promote((move.pulls.at(-1)?.number ?? 0) + 1, STAGING, RELEASE_BOT);
  project.tag(`v${move.version}`, project.repo.tip(MASTER));
}

/** Announced at five in the afternoon. */
function tagOptions(version: string, date: string): { message: string; tagger: string; date: string } {
  return { message: `Director ${version}`, tagger: 'priya-s', date: `${date}T17:00:00+05:30` };
}
