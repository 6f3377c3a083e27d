import path from 'node:path';
import { afterEach, vi } from 'vitest';
import type { Faults, GitHub, GitHubOptions } from '../github-stand-in/index.ts';
import type { HarvestOptions } from '../verbs/harvest.ts';
import type { Answer } from './answer.ts';
import { type ChildOptions, type Running, startCommand } from './child.ts';
import type { Hosted } from './hosted.ts';
import { TestLedger } from './test-ledger.ts';
import { useWorkspace, type Workspace } from './workspace.ts';

/** The token of every test: it must be found nowhere. */
export const TOKEN = 'canary-token-5f1c9d';

/** One module, told where it is on the platform. */
export const CORE = `  - id: core
    repository: ../core.git
    github: acme/core
    branch: main
    tags: ["v{version}"]`;

/** How a project is put up. */
export interface HostedOptions {
  faults?: Faults;
  modules?: string;
  /** Further lines of the policy. */
  rest?: string;
  github?: GitHubOptions;
}

/** A ledger, the repository that it harvests, and the stand-in that knows it. */
export class HostedLedger extends TestLedger {
  readonly project: Hosted;
  readonly github: GitHub;

  constructor(folder: string, project: Hosted, github: GitHub) {
    super(folder);
    this.project = project;
    this.github = github;
  }

  get cache(): string {
    return path.join(this.folder, 'cache');
  }

  /** Harvests what the repository holds now. */
  async online(options: Partial<HarvestOptions> = {}): Promise<Answer> {
    const answer = await this.tryOnline(options);
    if (answer.code !== 0) throw new Error(`harvest ended with ${answer.code}: ${answer.said}`);
    return answer;
  }

  async tryOnline(options: Partial<HarvestOptions> = {}): Promise<Answer> {
    this.stub();
    await this.project.repo.write(this.repository);
    return this.tryHarvest(options);
  }

  async offline(): Promise<Answer> {
    return this.online({ offline: true });
  }

  /** Names of what was asked while `work` was done. */
  async asked(work: () => Promise<unknown>): Promise<string[]> {
    const before = this.github.calls.length;
    await work();
    return this.github.calls.slice(before).map(({ operationName = '' }) => operationName);
  }

  /** Starts the real command, in a process of its own. */
  start(args: readonly string[], options: Partial<ChildOptions> = {}): Running {
    const environment = {
      GITHUB_TOKEN: TOKEN,
      GITHUB_GRAPHQL_URL: this.github.url,
      LEDGER_CACHE: this.cache,
    };
    return startCommand(['--content', this.content, ...args], {
      folder: this.folder,
      environment,
      ...options,
    });
  }

  /** The process asks this ledger's stand-in, and keeps its answers in this ledger's folder. */
  stub(): void {
    vi.stubEnv('GITHUB_TOKEN', TOKEN);
    vi.stubEnv('GITHUB_GRAPHQL_URL', this.github.url);
    vi.stubEnv('LEDGER_CACHE', this.cache);
  }
}

/** A workspace with the platform. */
export interface HostedWorkspace extends Workspace {
  /** A ledger with a policy; nothing is harvested yet. */
  hosted(name: string, project: Hosted, options?: HostedOptions): Promise<HostedLedger>;
  /** The same, harvested. */
  online(name: string, project: Hosted, options?: HostedOptions): Promise<HostedLedger>;
}

/** Opens a workspace; each stand-in ends with its test. */
export function useHosted(): HostedWorkspace {
  const space = useWorkspace();
  const servers: GitHub[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop();
  });
  const hosted: HostedWorkspace['hosted'] = async (name, project, options = {}) => {
    const { faults = {}, modules = CORE, rest = '' } = options;
    const github = await project.serve(faults, { token: TOKEN, ...options.github });
    servers.push(github);
    const ledger = new HostedLedger(path.join(space.root, name), project, github);
    ledger.writePolicy(modules, rest);
    return ledger;
  };
  return Object.assign(space, {
    hosted,
    async online(name: string, project: Hosted, options: HostedOptions = {}) {
      const ledger = await hosted(name, project, options);
      await ledger.online();
      return ledger;
    },
  });
}
