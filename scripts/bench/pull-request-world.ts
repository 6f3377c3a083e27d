import { oidOf, type Pull, pull, startGitHub } from '../github-stand-in/index.ts';
import { RepositoryBuilder } from '../world/index.ts';

/** Releases in the history, evenly over its pull requests. */
const RELEASES = 20;

/**
 * Writes a repository of so many squashed pull requests and serves them, in a process of its own so that its memory
 * is not counted. Tells its parent where, and on request how often it was asked.
 */
async function serve(count: number, folder: string): Promise<void> {
  const repo = new RepositoryBuilder();
  const landed = new Map<string, number>();
  repo.commit({ message: 'Start', files: { 'README.md': 'sample\n' } });
  for (let number = 1; number <= count; number += 1) {
    const commit = repo.commit({ message: `${titleOf(number)} (#${number})`, files: {} });
    landed.set(commit.id, number);
    if (number % Math.ceil(count / RELEASES) === 0 || number === count) repo.tag(`v1.${number}.0`);
  }
  await repo.write(folder);
  const commits = [...landed.keys()];
  const github = await startGitHub({
    repositories: [
      {
        owner: 'acme',
        name: 'core',
        pulls: {
          count,
          state: 'MERGED',
          at: (number) => pullOf(number, commits[number - 1] ?? ''),
          withCommit: (oid) => [landed.get(oid) ?? []].flat(),
        },
      },
    ],
  });
  process.on('message', () => process.send?.({ calls: github.calls.length }));
  process.send?.({ url: github.url });
}

function titleOf(number: number): string {
  return `${number % 3 === 0 ? 'fix' : 'feat'}: change number ${number} of many`;
}

/** About what an ordinary one holds: three commits, two reviews, five checks, a description of a screen. */
function pullOf(number: number, mergeCommit: string): Pull {
  const ordinary = pull({ number });
  const at = ordinary.createdAt;
  const reviewers = ['rex-reviews', 'una-reads'];
  return {
    ...ordinary,
    title: titleOf(number),
    mergeCommit,
    body: `## What\n\n${'Explains at some length what this changes, and why. '.repeat(20)}\n\n\`\`\`release-note\nChange ${number} is there.\n\`\`\`\n`,
    commits: [1, 2, 3].map((part) => ({
      oid: oidOf(number * 10 + part),
      message: `Part ${part}`,
      authoredAt: at,
    })),
    reviews: reviewers.map((author) => ({ author, state: 'APPROVED', at, commit: oidOf(number * 10 + 3) })),
    checks: ['build', 'test', 'lint', 'scan', 'dco'].map((name) => ({ name, at })),
    labels: ['area/storage'],
    files: ['a', 'b', 'c', 'd'].map((name) => ({ path: `src/${name}-${number}.ts` })),
  };
}

const [count = '0', folder = ''] = process.argv.slice(2);
await serve(Number(count), folder);
