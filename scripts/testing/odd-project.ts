import { hour, oidOf } from '../github-stand-in/index.ts';
import { borsMerge } from '../world/index.ts';
import { Hosted } from './hosted.ts';

/** A project in which every way to merge, and everything that gets lost later, occurs once. */
export function oddProject(): Hosted {
  const project = new Hosted(undefined, {
    issues: [{ number: 7, title: 'Volumes are lost' }],
    releases: [
      {
        tag: 'v1.1.0',
        name: 'Spring',
        body: 'As published.\n\n```text\nfenced\n```',
        publishedAt: hour(900),
        assets: [{ name: 'chart.tgz', size: 12 }],
      },
    ],
  });
  const { repo } = project;
  project.squash({ number: 12, title: 'feat: count replicas', labels: ['kind/feature'], closes: [7] });
  project.rebase({ number: 13, title: 'fix: close volumes', messages: ['Close one', 'Close two'] });
  project.merge({ number: 14, title: 'Add a card', messages: ['Add it', 'Test it (#12)'] });
  gone(project);
  unnumbered(project);
  project.describe(
    {
      number: 24,
      title: 'Edit the subject',
      body: NOTES,
      renames: [renamed('Edited before', 'Edit the subject')],
    },
    [],
    repo.commit({ message: 'Another subject' }),
  );
  repo.commit({ message: 'Write it down (#7)' });
  repo.commit({ message: 'Nobody has this number (#99)' });
  repo.commit({ message: 'A number too large (#4294967296)' });
  repo.commit({ message: 'Look at it again (#12)' });
  repo.commit({ message: 'Pushed without a pull request' });
  repo.tag('v1.1.0');
  maintained(project);
  return project;
}

const NOTES = `Why.\r\n\r\n\`\`\`release-note\r\n- Two things <b>at</b> once @ada-writes\r\n- The second #7\r\n\`\`\`\r\n`;

function renamed(from: string, to: string) {
  return { at: hour(800), by: 'ada-writes', from, to };
}

/** Accounts, forks and commits that are not there any more, and what two pull requests claim. */
function gone(project: Hosted): void {
  const { repo } = project;
  const numbered = repo.commit({ message: 'Rewritten since (#16)' });
  project.describe(
    { number: 16, title: 'Rewritten since', mergeCommit: null, alsoContains: [numbered.id] },
    [],
    numbered,
  );
  project.squash({
    number: 17,
    title: 'From a fork that is gone',
    author: null,
    mergedBy: null,
    headOwner: null,
    reviews: [
      { author: null, at: hour(171), commit: null, body: 'Fine by me, reviewer@example.com' },
      { author: 'rex-reviews', at: hour(172), dismissed: { by: null, at: hour(173), message: 'Stale' } },
    ],
    forcePushes: [{ at: hour(171), by: null, before: null, after: oidOf('pushed') }],
    checks: [
      { name: 'build', conclusion: 'TIMED_OUT', app: null, at: hour(171) },
      { context: 'ci/old', state: 'EXPECTED', creator: null, at: hour(171) },
    ],
  });
  const claimed = repo.commit({ message: 'Claimed twice' });
  project.describe({ number: 18, title: 'One claim' }, [], claimed);
  project.describe({ number: 19, title: 'Another claim' }, [], claimed);
  const named = repo.commit({ message: 'Claimed twice, named once (#20)' });
  project.describe({ number: 20, title: 'Named once' }, [], named);
  project.describe({ number: 21, title: 'Not named' }, [], named);
}

/** Merges whose message names nothing, or several. */
function unnumbered(project: Hosted): void {
  const { repo } = project;
  const { branch, commits } = project.open({ number: 22, messages: ['Begin it', 'End it'] });
  const merged = repo.merge({ from: branch, message: "Merge branch 'topic-22'" });
  project.describe({ number: 22, title: 'Known to the platform only' }, commits, merged);
  repo.removeBranch(branch);
  const lines = [30, 31].map((number) => {
    const opened = project.open({ number, messages: [`Line ${number}`] });
    return { number, title: `Line ${number}`, from: opened.branch, reviewer: 'lin', opened };
  });
  const octopus = borsMerge(repo, lines);
  for (const { number, title, opened } of lines) project.describe({ number, title }, opened.commits, octopus);
}

/** A maintenance branch with copies, and its way back. */
function maintained(project: Hosted): void {
  const { repo } = project;
  repo.branch('release-1.1');
  const fix = project.squash({ number: 40, title: 'fix: keep the size' });
  const kept = repo.cherryPick(fix, { on: 'release-1.1' });
  project.describe(
    { number: 41, title: 'Keep the size there too', baseBranch: 'release-1.1', body: 'Backport of #40.' },
    [],
    kept,
  );
  const other = repo.commit({ on: 'release-1.1', message: 'Carried by a bot' });
  project.describe(
    {
      number: 42,
      title: '[release-1.1] Count replicas',
      baseBranch: 'release-1.1',
      body: 'Automated cherry-pick of #12',
    },
    [],
    other,
  );
  repo.tag('v1.1.1', other);
  const back = repo.merge({ from: 'release-1.1', message: "Merge branch 'release-1.1'" });
  project.describe(
    {
      number: 43,
      title: 'Bring 1.1 back',
      headBranch: 'release-1.1',
      alsoContains: [kept.id, other.id, fix.id],
    },
    [],
    back,
  );
  project.squash({
    number: 44,
    title: 'Revert "fix: keep the size"',
    messages: [`Revert "x"\n\nThis reverts commit ${fix.id}.`],
  });
  repo.tag('v1.2.0');
}
