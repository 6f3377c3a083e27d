import type { Release } from '../../github-stand-in/index.ts';

/** What was published on the platform, by tag of the umbrella: only releases with features. */
export const DIRECTOR_RELEASES: Readonly<Record<string, Partial<Release>>> = {
  'v1.22.0': {
    name: 'Director 1.22.0',
    body: 'Capacity forecast.',
    author: 'director-release',
    assets: [{ name: 'director-1.22.0.tgz', size: 61_440 }],
  },
  'v1.24.0': { name: 'Director 1.24.0', body: 'One role for each project.', author: 'director-release' },
  'v1.26.0': { name: 'Director 1.26.0', body: 'Storage costs by team.' },
};
