import {
  type Faults,
  type GitHub,
  type GitHubOptions,
  type Pull,
  pull,
  type Repository,
  startGitHub,
  type World,
} from '../github-stand-in/index.ts';
import {
  type CommitHandle,
  mergePullRequest,
  type RepositoryBuilder,
  rebasePullRequest,
  squashPullRequest,
} from '../world/index.ts';
import { started } from './started.ts';

/** A pull request of a test: what differs from an ordinary one. */
export interface HostedPull extends Partial<Pull> {
  number: number;
  /** Messages of its commits; one with its title where they are not given. */
  messages?: string[];
  into?: string;
}

/** A repository in git and on the platform: what is merged here is known there. */
export class Hosted {
  readonly repo: RepositoryBuilder;
  readonly repository: Repository;
  readonly world: World;
  private readonly pulls: Pull[] = [];

  constructor(repo: RepositoryBuilder = started(), given: Partial<Repository> = {}) {
    this.repo = repo;
    this.repository = { owner: 'acme', name: 'core', pulls: this.pulls, ...given };
    this.world = { repositories: [this.repository] };
  }

  squash(given: HostedPull): CommitHandle {
    const { branch, commits } = this.open(given);
    const landed = squashPullRequest(this.repo, { ...placeOf(given), from: branch });
    return this.describe(given, commits, landed);
  }

  merge(given: HostedPull): CommitHandle {
    const { branch, commits } = this.open(given);
    const landed = mergePullRequest(this.repo, { ...placeOf(given), from: branch });
    return this.describe(given, commits, landed);
  }

  /** Returns the last of the commits that it was rebased into. */
  rebase(given: HostedPull): CommitHandle {
    const { branch, commits } = this.open(given);
    const landed = rebasePullRequest(this.repo, { ...placeOf(given), from: branch });
    const copies = [landed];
    while (copies.length < commits.length) copies.unshift(copies[0]?.parents[0] as CommitHandle);
    return this.describe({ landed: copies.map(({ id }) => id), ...given }, commits, landed);
  }

  /** Tells the platform of a pull request whose commit was made by other means. */
  describe(given: HostedPull, commits: readonly CommitHandle[], landed: CommitHandle | null): CommitHandle {
    const { messages: _messages, into, ...rest } = given;
    const described = commits.map(({ id, message, author }) => ({
      oid: id,
      message,
      author: { name: author.name, email: author.email, login: author.name },
    }));
    this.pulls.push(
      pull({
        ...(into !== undefined && { baseBranch: into }),
        mergeCommit: landed?.id ?? null,
        ...(described.length > 0 && { commits: described, headCommit: described.at(-1)?.oid }),
        ...rest,
      } as Pull),
    );
    return landed ?? this.repo.tip();
  }

  /** Writes the commits of a pull request on a branch of its own. */
  open({ number, title = `Change ${number}`, messages = [title], headBranch, into }: HostedPull): {
    branch: string;
    commits: CommitHandle[];
  } {
    const branch = headBranch ?? `topic-${number}`;
    this.repo.branch(branch, into);
    return { branch, commits: messages.map((message) => this.repo.commit({ on: branch, message })) };
  }

  serve(faults: Faults = {}, options: GitHubOptions = {}): Promise<GitHub> {
    return startGitHub(this.world, { faults, token: 'secret-token', ...options });
  }
}

function placeOf({ number, title = `Change ${number}`, into }: HostedPull): {
  number: number;
  title: string;
  into?: string;
} {
  return { number, title, ...(into !== undefined && { into }) };
}
