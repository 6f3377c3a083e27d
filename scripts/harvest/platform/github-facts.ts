import { parsePullRequest } from '../../parse/github/pull-request.ts';
import { parseRelease } from '../../parse/github/release.ts';
import type { Candidate, UpdatedAnswer } from '../../sources/github/answers.ts';
import type { KeptAnswers } from '../../sources/github/kept-answers.ts';
import type { CandidatePull, Numbered, PlatformFacts } from './facts.ts';

/**
 * What GitHub has answered. `recent` are pull requests that its list of recent ones shows: the index by commit
 * comes to know the newest ones later than the list does.
 */
export function gitHubFacts(kept: KeptAnswers, recent: readonly UpdatedAnswer[]): PlatformFacts {
  const repository = kept.repository?.nameWithOwner ?? '';
  // The same pull request is asked for several times in a row. Until more is kept of it, its answer is the same.
  let last: { number: number; revision: number; found: Numbered | undefined } | null = null;
  const listed = Map.groupBy(recent, ({ mergeCommit }) => mergeCommit?.oid);
  return {
    repository,
    candidates(commit) {
      const known = kept.candidatesOf(commit);
      if (known === undefined) return undefined;
      const late = (listed.get(commit) ?? []).map(
        ({ number }): CandidatePull => ({ number, mergedHere: true, mergeCommit: commit }),
      );
      const found = known?.map((candidate) => candidateOf(candidate, repository)) ?? [];
      const isKnown = ({ number }: CandidatePull): boolean =>
        found.some((candidate) => candidate.mergedHere && candidate.number === number);
      const missed = late.filter((candidate) => !isKnown(candidate));
      return known === null && late.length === 0 ? null : [...found, ...missed];
    },
    numbered(number) {
      const { revision } = kept;
      if (last?.number === number && last.revision === revision) return last.found;
      last = { number, revision, found: numberedIn(kept, number, repository) };
      return last.found;
    },
    release(tag, product, version) {
      const answer = kept.release(tag);
      return answer === undefined ? undefined : parseRelease(answer, repository, product, version);
    },
  };
}

function numberedIn(kept: KeptAnswers, number: number, repository: string): Numbered | undefined {
  const answer = kept.numbered(number);
  if (answer === undefined) return undefined;
  if (answer.__typename === 'Nothing') return { kind: 'nothing' };
  if (answer.__typename === 'Issue') return { kind: 'issue', title: answer.title };
  return { kind: 'pull request', ...parsePullRequest(answer, repository) };
}

function candidateOf(
  { number, merged, baseRepository, mergeCommit }: Candidate,
  repository: string,
): CandidatePull {
  const here = baseRepository?.nameWithOwner.toLowerCase() === repository.toLowerCase();
  return { number, mergedHere: merged && here, mergeCommit: mergeCommit?.oid ?? null };
}
