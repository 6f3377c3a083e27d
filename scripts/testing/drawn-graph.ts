import { type Commit, CommitGraph } from '../harvest/graph.ts';

/** A graph drawn as text: "a b:a c:a,b" is b on a, and c merging b into a. Ids are the letters. */
export function drawnGraph(drawing: string): { graph: CommitGraph; at: (id: string) => Commit } {
  const graph = new CommitGraph();
  // Newest first, as git log tells them.
  for (const row of drawing.split(' ').reverse()) {
    const [id = '', parents = ''] = row.split(':');
    graph.add({
      id,
      parents: parents === '' ? [] : parents.split(','),
      authorName: 'lin-q',
      authorMail: 'lin-q@users.noreply.github.com',
      authoredAt: 0,
      committerName: 'lin-q',
      committerMail: 'lin-q@users.noreply.github.com',
      committedAt: 0,
      message: id,
    });
  }
  graph.seal();
  const at = (id: string): Commit => {
    const commit = graph.find(id);
    if (commit === undefined) throw new Error(`no commit ${id} is drawn`);
    return commit;
  };
  return { graph, at };
}

/** The letters of commits, in their order. */
export function letters(commits: readonly Commit[]): string {
  return commits.map(({ id }) => id).join('');
}
