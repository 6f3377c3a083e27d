import { readDescriptions } from '../platform/descriptions.ts';
import type { PlatformHabits } from '../platform/habits.ts';
import type { ToldRepository } from '../platform/hosted-repository.ts';
import { OPENEBS_RELEASES } from './github-releases.ts';
import { otherPulls } from './other-pulls.ts';
import { TOLD_BEFORE_1_9 } from './told-before-1-9.ts';
import { TOLD_FROM_1_9 } from './told-from-1-9.ts';
import { TOLD_FROM_1_11 } from './told-from-1-11.ts';

/** How the maintainers of OpenEBS work on the platform. */
export const OPENEBS_PLATFORM: PlatformHabits = {
  owner: 'openebs',
  name: 'openebs',
  reviewers: ['meera-k', 'tomasz', 'jonas-b', 'priya-s', 'ayo'],
  checks: [
    { check: { name: 'build' }, minutes: 9 },
    { check: { name: 'unit-tests' }, minutes: 17 },
    { check: { name: 'image-scan' }, minutes: 21 },
    { check: { name: 'dco', app: 'DCO' }, minutes: 1 },
  ],
  gone: ['kofi-m'],
  withoutAccount: ['Hanna Weiss'],
};

/** What the platform knows of OpenEBS beside what every project has. */
export const OPENEBS_ON_GITHUB: ToldRepository = {
  descriptions: readDescriptions('openebs/descriptions'),
  pulls: { ...TOLD_BEFORE_1_9, ...TOLD_FROM_1_9, ...TOLD_FROM_1_11 },
  releases: OPENEBS_RELEASES,
  others: otherPulls,
  issues: {
    2731: 'Upgrade pools without taking volumes offline',
    2740: 'Pool upgrade stops all replicas at once',
    2770: 'Jiva replica does not come back after power loss',
    2791: 'ndm does not build on arm64',
    2912: 'Replica is healthy before its last block is copied',
  },
};
