import { readDescriptions } from '../platform/descriptions.ts';
import type { PlatformHabits } from '../platform/habits.ts';
import type { ToldRepository } from '../platform/hosted-repository.ts';
import { LITMUS_RELEASES } from './github-releases.ts';
import { LITMUS_TOLD } from './told.ts';

/** How the maintainers of Litmus work on the platform. */
export const LITMUS_PLATFORM: PlatformHabits = {
  owner: 'litmuschaos',
  name: 'litmus',
  reviewers: ['ayo', 'tomasz', 'meera-k', 'lin'],
  checks: [
    { check: { name: 'build' }, minutes: 7 },
    { check: { name: 'unit-tests' }, minutes: 12 },
    { check: { name: 'image-scan' }, minutes: 15 },
    { check: { name: 'e2e' }, minutes: 38 },
  ],
};

/** What the platform knows of Litmus beside what every project has. */
export const LITMUS_ON_GITHUB: ToldRepository = {
  descriptions: readDescriptions('litmus/descriptions'),
  pulls: LITMUS_TOLD,
  releases: LITMUS_RELEASES,
  issues: {
    1430: 'Network rules stay behind when an experiment is aborted',
    1465: 'Viewers can start workflows through the API',
  },
};
