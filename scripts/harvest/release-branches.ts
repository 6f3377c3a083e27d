import type { Policy } from '../../src/records/index.ts';
import type { Refs } from '../sources/git/refs.ts';
import type { CommitGraph } from './graph.ts';
import type { ReleasePoint } from './releases.ts';

/** Branches that releases are cut from and that hold each release's commit, by version; names without the remote. */
export function releaseBranches(
  points: readonly ReleasePoint[],
  refs: Refs,
  main: string | null,
  policy: Policy,
  graph: CommitGraph,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const patterns = policy.releaseBranches.map(patternOf);
  const seen = new Set<string>();
  for (const [branch, tip] of [...refs.branches].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = branch.replace(/^origin\//, '');
    const head = graph.find(tip);
    const wanted = branch === main || patterns.some((pattern) => pattern.test(name));
    if (!wanted || head === undefined || seen.has(name)) continue;
    seen.add(name);
    const reached = graph.reachedFrom([head]);
    for (const { version, commit } of points)
      if (reached.has(commit)) found.set(version, [...(found.get(version) ?? []), name]);
  }
  return found;
}

/** "release-{major}.{minor}" names "release-1.9". */
function patternOf(pattern: string): RegExp {
  const parts = pattern.split(/\{(?:version|major|minor)\}/);
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('[0-9A-Za-z.+-]+')}$`);
}
