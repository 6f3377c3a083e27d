import type { Check } from '../../github-stand-in/index.ts';
import { readDescriptions } from '../platform/descriptions.ts';
import type { PlatformHabits } from '../platform/habits.ts';
import type { ToldRepository } from '../platform/hosted-repository.ts';
import { DIRECTOR_RELEASES } from './github-releases.ts';
import { TOLD_OF_AGENT, TOLD_OF_API, TOLD_OF_UMBRELLA, TOLD_OF_WEB } from './told.ts';

/** The repositories of Director. */
export type DirectorPart = 'umbrella' | 'api' | 'web' | 'agent';

const REVIEWERS: Record<DirectorPart, readonly string[]> = {
  umbrella: ['tomasz', 'meera-k', 'priya-s'],
  api: ['meera-k', 'ayo', 'tomasz'],
  web: ['lin', 'sana', 'diego'],
  agent: ['jonas-b', 'diego', 'ayo'],
};

/** How the makers of Director work on the platform: private repositories, Jenkins, statuses in the older manner. */
export function directorPlatform(part: DirectorPart): PlatformHabits {
  return {
    owner: 'mayadata',
    name: part === 'umbrella' ? 'director' : `director-${part}`,
    isPrivate: true,
    reviewers: REVIEWERS[part],
    checks: [
      { check: status('jenkins/build'), minutes: 6 },
      { check: status('jenkins/unit-tests'), minutes: 14 },
      { check: status('jenkins/image-scan'), minutes: 19 },
    ],
  };
}

/** What the platform knows of each repository beside what every project has. */
export const DIRECTOR_ON_GITHUB: Record<DirectorPart, ToldRepository> = {
  umbrella: {
    descriptions: readDescriptions('director/descriptions/umbrella'),
    pulls: TOLD_OF_UMBRELLA,
    releases: DIRECTOR_RELEASES,
  },
  api: { descriptions: readDescriptions('director/descriptions/api'), pulls: TOLD_OF_API },
  web: { descriptions: readDescriptions('director/descriptions/web'), pulls: TOLD_OF_WEB },
  agent: { descriptions: readDescriptions('director/descriptions/agent'), pulls: TOLD_OF_AGENT },
};

function status(context: string): Check {
  return { context, creator: 'director-ci' };
}
