import type { StatusContext } from '../../github-stand-in/index.ts';
import { approval, objection, remark, type Told } from '../platform/told.ts';

/** The promotion of a day: approved by whoever answers for quality and for operations. */
function promotion(quality: string, operations: string, words: string): Told {
  return (at) => ({
    reviews: [
      approval(quality, at.before(0.1), { body: words }),
      approval(operations, at.before(0.05), { body: 'GO.' }),
    ],
    labels: ['promotion'],
    closes: [],
  });
}

/** The promotion of a day: each word is a vote of whoever answers for something. */
function decision(...said: readonly string[]): Told {
  return (at) => ({
    reviews: said.flatMap((who, index) =>
      index % 2 === 0 ? [approval(who, at.before(0.1 - index / 50), { body: said[index + 1] ?? '' })] : [],
    ),
    labels: ['promotion'],
    closes: [],
  });
}

function jenkins(states: Record<string, NonNullable<StatusContext['state']>>, at: string): StatusContext[] {
  return Object.entries(states).map(([name, state]) => ({
    context: `jenkins/${name}`,
    state,
    creator: 'director-ci',
    at,
  }));
}

/** What is unusual about pull requests of the umbrella chart. */
export const TOLD_OF_UMBRELLA: Readonly<Record<number, Told>> = {
  412: promotion('sana', 'tomasz', 'Suite is green on the build of today.'),
  420: promotion('sana', 'tomasz', 'Suite is green, load test is within limits.'),
  446: decision('tomasz', 'GO, once QA has looked at #444.'),
  451: decision('priya-s', 'Chart and versions are as agreed.', 'tomasz', 'Tag and plan are ready.'),
  455: decision('priya-s', 'Two fixes, nothing else.'),
  459: decision('priya-s', 'The migration of prices was tried on a copy.'),
  463: decision('tomasz', 'Snapshot of Redis is scheduled.'),
  467: decision('priya-s', 'Versions are as agreed.', 'tomasz-oncall', 'GO, plan is filled in.'),
  // Merged while one status was red and one never came.
  444: (at) => ({
    reviews: [remark('tomasz', at.before(2), 'Which volumes can never be expanded? Local PV, I think.')],
    checks: jenkins({ build: 'SUCCESS', 'unit-tests': 'FAILURE', 'image-scan': 'EXPECTED' }, at.before(3)),
  }),
  448: (at) => ({
    reviews: [approval('meera-k', at.before(1), { body: 'It stopped every upgrade of Local PV.' })],
  }),
};

/** What is unusual about pull requests of the server. */
export const TOLD_OF_API: Readonly<Record<number, Told>> = {
  656: (at) => ({ reviews: [approval('meera-k', at.before(2)), approval('ayo', at.before(1))] }),
  662: { labels: ['internal'] },
  669: (at) => ({
    labels: ['breaking-change', 'area/teams'],
    reviews: [
      objection('ayo', at.before(6), 'Say in the note what an administrator has to check.'),
      approval('ayo', at.before(2), { body: 'Clear now.' }),
    ],
  }),
  686: { labels: ['enhancement', 'area/costs', 'feature/costs'] },
  682: { labels: ['bug', 'area/alerts'] },
  687: (at) => ({
    labels: ['dependencies'],
    checks: jenkins({ build: 'SUCCESS', 'unit-tests': 'SUCCESS', 'image-scan': 'ERROR' }, at.before(4)),
  }),
  688: { labels: ['deprecation', 'area/alerts'] },
};

/** What is unusual about pull requests of the console. */
export const TOLD_OF_WEB: Readonly<Record<number, Told>> = {
  918: (at) => ({
    closes: [917, 'mayadata/director-api#649'],
    reviews: [approval('sana', at.before(2), { body: 'Lovely with two years of data.' })],
  }),
  936: { labels: ['skip-changelog'] },
  948: { labels: ['enhancement', 'area/costs', 'feature/costs'] },
  949: { labels: ['enhancement', 'area/theme', 'accessibility'] },
};

/** What is unusual about pull requests of the agent. */
export const TOLD_OF_AGENT: Readonly<Record<number, Told>> = {
  340: (at) => ({
    reviews: [
      approval('diego', at.before(3)),
      remark('ayo', at.before(1), 'How large can one upload become? Ten megabytes at most, please.'),
    ],
    checks: jenkins({ build: 'SUCCESS', 'unit-tests': 'PENDING', 'image-scan': 'SUCCESS' }, at.before(2)),
  }),
  348: { labels: ['internal'] },
};
