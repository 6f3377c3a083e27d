import { createHash } from 'node:crypto';
import type { Progress } from '../../report.ts';
import type {
  Candidate,
  Connection,
  NumberAnswer,
  OverviewAnswer,
  ReleaseAnswer,
  RepositoryAnswer,
  UpdatedAnswer,
} from './answers.ts';
import { inBatches } from './batches.ts';
import type { GitHub } from './client.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { completeList, completePullRequest, completeRelease } from './pages.ts';
import {
  CANDIDATE_PAGES,
  candidatesQuery,
  OVERVIEW,
  pullRequestsQuery,
  RELEASE_PAGES,
  UPDATED_PAGES,
} from './queries.ts';

/** How many commits, or pull requests, one request asks for. GitHub allows 500,000 nodes; these are a tenth. */
const BATCH = 100;

/** What one look at a repository showed. */
export interface Overview {
  /** A digest of all that it showed: where it is the same, nothing is new. */
  state: string;
  /** Pull requests that changed since the last harvest; the last hundred at the first one. */
  updated: UpdatedAnswer[];
}

/** A repository on GitHub. What was answered once is not asked again, unless it has changed. */
export class GitHubRepository {
  readonly kept: KeptAnswers;
  private readonly github: GitHub;
  private readonly place: { owner: string; name: string };
  private readonly progress: Progress;
  /** The last change that the look showed. */
  private newest = '';

  /** `fullName` is "owner/name". */
  constructor(github: GitHub, fullName: string, kept: KeptAnswers, progress: Progress) {
    const [owner = '', name = ''] = fullName.split('/');
    this.github = github;
    this.place = { owner, name };
    this.kept = kept;
    this.progress = progress;
  }

  /** Looks what is new: one request where nothing is. Throws a Fault where there is no such repository. */
  async look(): Promise<Overview> {
    const { data } = await this.github.ask<OverviewAnswer>(OVERVIEW, this.place, { alone: true });
    const state = createHash('sha256').update(JSON.stringify(data.repository)).digest('hex');
    const { pullRequests, releases, ...repository } = data.repository;
    const updated = await this.updatedSince(this.kept.asOf, pullRequests);
    for (const { number, updatedAt } of updated)
      if (this.isOlder(number, updatedAt)) this.kept.markStale(number);
    await this.keepReleases(releases);
    this.newest = pullRequests.nodes[0]?.updatedAt ?? '';
    // Until all of it is asked for, the next harvest looks as far back as this one.
    this.keepAsOf(repository, this.kept.asOf ?? pullRequests.nodes.at(-1)?.updatedAt ?? '');
    return { state, updated };
  }

  /** Says that all that the look showed is asked for: the next one starts from there. */
  settle(): void {
    if (this.kept.repository !== null) this.keepAsOf(this.kept.repository, this.newest);
  }

  private keepAsOf(repository: RepositoryAnswer, asOf: string): void {
    if (asOf !== this.kept.asOf || !sameRepository(repository, this.kept.repository))
      this.kept.keepRepository(repository, asOf);
  }

  /** Asks which pull requests hold each commit. */
  async askCandidates(commits: readonly string[]): Promise<void> {
    await inBatches({
      items: commits.filter((commit) => this.kept.candidatesOf(commit) === undefined),
      size: BATCH,
      label: `Asking GitHub for commits of ${this.place.name}`,
      progress: this.progress,
      ask: (batch, alone) => this.askSomeCandidates(batch, alone),
    });
  }

  /** Asks for what stands under each number, whole. */
  async askNumbers(numbers: readonly number[]): Promise<void> {
    for (const number of numbers) await this.finish(number);
    await inBatches({
      items: numbers.filter((number) => !this.kept.has(number)),
      size: BATCH,
      label: `Asking GitHub for pull requests of ${this.place.name}`,
      progress: this.progress,
      ask: (batch, alone) => this.askSomeNumbers(batch, alone),
    });
  }

  /** Goes on with a pull request whose pages an interrupted harvest did not read to their end. */
  private async finish(number: number): Promise<void> {
    if (!this.kept.isUnfinished(number)) return;
    const answer = this.kept.numbered(number);
    if (answer?.__typename === 'PullRequest') await this.complete(answer);
  }

  private async askSomeCandidates(commits: readonly string[], alone: boolean): Promise<void> {
    const { data } = await this.github.ask<{
      repository: Record<string, { associatedPullRequests: Connection<Candidate> | null } | null>;
    }>(candidatesQuery(commits), this.place, { alone });
    for (const oid of commits) {
      const connection = data.repository[`c${oid}`]?.associatedPullRequests ?? null;
      if (connection !== null) await this.completeCandidates(oid, connection);
      this.kept.keepCandidates(oid, connection?.nodes.filter((node) => node !== null) ?? null);
    }
  }

  private completeCandidates(oid: string, connection: Connection<Candidate>): Promise<void> {
    return completeList(
      `pull requests of ${oid.slice(0, 12)}`,
      connection,
      CANDIDATE_PAGES,
      (answer: { object: { associatedPullRequests: Connection<Candidate> } | null }) =>
        answer.object?.associatedPullRequests,
      this.github,
      { ...this.place, oid },
    );
  }

  private async askSomeNumbers(numbers: readonly number[], alone: boolean): Promise<void> {
    const { data } = await this.github.ask<{ repository: Record<string, NumberAnswer | null> }>(
      pullRequestsQuery(numbers),
      this.place,
      { alone },
    );
    const answers = numbers.map((number): NumberAnswer => {
      return data.repository[`p${number}`] ?? { __typename: 'Nothing', number };
    });
    for (const answer of answers) this.kept.keepNumbered(answer);
    for (const answer of answers) if (answer.__typename === 'PullRequest') await this.complete(answer);
  }

  private complete(pull: NumberAnswer & { __typename: 'PullRequest' }): Promise<void> {
    return completePullRequest(pull, this.github, this.place, () => this.kept.keepNumbered(pull));
  }

  private isOlder(number: number, updatedAt: string): boolean {
    const kept = this.kept.numbered(number);
    return kept !== undefined && (kept.__typename !== 'PullRequest' || kept.updatedAt < updatedAt);
  }

  /** The list's first page, and on until what was seen before. */
  private async updatedSince(
    asOf: string | null,
    first: Connection<UpdatedAnswer>,
  ): Promise<UpdatedAnswer[]> {
    const isNew = (node: UpdatedAnswer | null): node is UpdatedAnswer =>
      // Of the second in which the last look was, not everything may have been shown.
      node !== null && (asOf === null || node.updatedAt >= asOf);
    const updated = first.nodes.filter(isNew);
    if (asOf === null || updated.length < first.nodes.length || !first.pageInfo.hasNextPage) return updated;
    const from = { ...this.place, cursor: first.pageInfo.endCursor };
    for await (const { repository } of this.github.pages<{
      repository: { pullRequests: Connection<UpdatedAnswer> };
    }>(UPDATED_PAGES, from)) {
      const page = repository.pullRequests.nodes;
      updated.push(...page.filter(isNew));
      if (!page.every(isNew)) break;
    }
    return updated;
  }

  /** Keeps the releases of a page, and of further ones as long as they bring something new. */
  private async keepReleases(first: Connection<ReleaseAnswer>): Promise<void> {
    const known = this.kept.asOf !== null;
    const fresh = await this.keepNewReleases(first.nodes);
    if (!first.pageInfo.hasNextPage || (known && fresh < first.nodes.length)) return;
    const from = { ...this.place, cursor: first.pageInfo.endCursor };
    for await (const { repository } of this.github.pages<{
      repository: { releases: Connection<ReleaseAnswer> };
    }>(RELEASE_PAGES, from)) {
      const more = await this.keepNewReleases(repository.releases.nodes);
      if (known && more < repository.releases.nodes.length) break;
    }
  }

  private async keepNewReleases(releases: readonly (ReleaseAnswer | null)[]): Promise<number> {
    const fresh = releases.filter((each) => each !== null).filter((each) => !this.kept.hasRelease(each));
    for (const release of fresh) {
      await completeRelease(release, this.github, this.place);
      this.kept.keepRelease(release);
    }
    return fresh.length;
  }
}

function sameRepository(a: object, b: object | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
