import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Module } from '../../../src/records/index.ts';
import { hostOf, repositoryOnHost } from '../../parse/github/address.ts';
import type { Clone } from '../../sources/git/client.ts';
import { originOf } from '../../sources/git/origin.ts';
import { connectGitHub, type GitHub, type GitHubAccess } from '../../sources/github/client.ts';
import { KeptAnswers } from '../../sources/github/kept-answers.ts';
import { GitHubRepository, type Overview } from '../../sources/github/repository.ts';
import { gitHubFacts } from './github-facts.ts';
import { forgetEarlyAnswers, keepLatePulls } from './late-index.ts';
import { askAbout } from './questions.ts';
import type { Platform, PlatformSource } from './source.ts';

/** What a harvest's look at GitHub needs. */
export interface GitHubSourceOptions {
  access: GitHubAccess;
  /** Folder of the answers that are kept between harvests. */
  folder: string;
}

/** GitHub as a source. Each repository is looked at once. */
export class GitHubSource implements PlatformSource {
  private readonly options: GitHubSourceOptions;
  private readonly github: GitHub;
  /** By name: two clones may be of one repository. */
  private readonly looked = new Map<string, Promise<LookedAt>>();
  private readonly opened: GitHubRepository[] = [];
  private readonly unknown = new Set<string>();

  /** Nothing is asked yet. Throws a Fault for an address that is none. */
  constructor(options: GitHubSourceOptions) {
    this.options = options;
    this.github = connectGitHub(options.access);
  }

  async open(modules: readonly Module[], clone: Clone): Promise<Platform | null> {
    const looked = await this.look(modules, clone);
    if (looked === null) return null;
    const { repository, overview } = looked;
    const { kept } = repository;
    const recent = [
      ...new Map([...kept.latePulls(), ...overview.updated].map((pull) => [pull.number, pull])).values(),
    ];
    const facts = gitHubFacts(kept, recent);
    return {
      facts,
      isPrivate: kept.repository?.isPrivate ?? null,
      async ask(landings, graph) {
        forgetEarlyAnswers(recent, graph, kept);
        await askAbout(landings, graph, facts, repository);
        keepLatePulls(recent, kept);
        repository.settle();
      },
    };
  }

  /** A digest of what GitHub has now: where it is the same as at the last harvest, nothing is new. */
  async state(modules: readonly Module[], clone: Clone): Promise<string> {
    return (await this.look(modules, clone))?.overview.state ?? '';
  }

  /** Ends the work with all of it. */
  async close(): Promise<void> {
    await Promise.allSettled(this.looked.values());
    for (const { kept } of this.opened) kept.close();
  }

  private async look(modules: readonly Module[], clone: Clone): Promise<LookedAt | null> {
    const name = modules.find(({ github }) => github !== undefined)?.github ?? (await this.nameOf(clone));
    if (name === null) return this.sayUnknown(modules);
    const known = this.looked.get(name.toLowerCase());
    if (known !== undefined) return known;
    const look = this.lookAt(name);
    this.looked.set(name.toLowerCase(), look);
    return look;
  }

  private async lookAt(name: string): Promise<LookedAt> {
    const { progress } = this.options.access;
    const repository = new GitHubRepository(this.github, name, this.keptFor(name), progress);
    this.opened.push(repository);
    return { repository, overview: await repository.look() };
  }

  private sayUnknown(modules: readonly Module[]): null {
    const { access } = this.options;
    const ids = modules.map(({ id }) => id).join(', ');
    if (!this.unknown.has(ids))
      access.progress.say(
        `${ids}: nothing tells its repository on ${hostOf(access.url)}, so GitHub was not asked. Write "github: OWNER/NAME" into its module in policy.md.`,
      );
    this.unknown.add(ids);
    return null;
  }

  private async nameOf(clone: Clone): Promise<string | null> {
    const origin = await originOf(clone);
    return origin === null ? null : repositoryOnHost(origin, hostOf(this.options.access.url));
  }

  private keptFor(name: string): KeptAnswers {
    const { access, folder } = this.options;
    const digest = createHash('sha256').update(`${access.url}\n${name.toLowerCase()}`).digest('hex');
    return new KeptAnswers(path.join(folder, `${name.replace('/', '-')}-${digest.slice(0, 12)}.ndjson`));
  }
}

interface LookedAt {
  repository: GitHubRepository;
  overview: Overview;
}
