import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CommitFate, Note, Release } from '../../src/records/index.ts';
import { LedgerReader } from '../store/read.ts';
import { conservation } from '../verbs/conservation.ts';
import { type HarvestOptions, harvest } from '../verbs/harvest.ts';
import { notes } from '../verbs/notes.ts';
import type { RepositoryBuilder } from '../world/index.ts';
import { type Answer, answerOf } from './answer.ts';
import { type ChildOptions, runCommand } from './child.ts';
import { snapshot } from './snapshot.ts';

/** An entry as `notes --format json` tells it. */
export interface ToldEntry {
  id: string;
  pullRequest: number | null;
  kind: string;
  section: string;
  title: string;
  commits: string[];
}

/** What `conservation --json` tells. */
export interface ToldConservation {
  product: string;
  version: string | null;
  since: string | null;
  sum: Release['sum'];
  commits: CommitFate[];
}

/** A ledger of one product in a folder of its own, with the commands as functions. */
export class TestLedger {
  readonly folder: string;
  readonly product: string;

  constructor(folder: string, product = 'core') {
    this.folder = folder;
    this.product = product;
    mkdirSync(folder, { recursive: true });
  }

  get content(): string {
    return path.join(this.folder, 'content');
  }

  get repository(): string {
    return path.join(this.folder, `${this.product}.git`);
  }

  get reader(): LedgerReader {
    return new LedgerReader(this.content);
  }

  file(name: string): string {
    return path.join(this.content, name);
  }

  /** Path of a release's note. */
  noteFile(version: string): string {
    return this.file(`notes/${this.product}/${version}.md`);
  }

  noteText(version: string): string {
    return readFileSync(this.noteFile(version), 'utf8');
  }

  note(version: string): Note {
    return this.reader.note(this.product, version)?.data ?? missing(`note ${version}`);
  }

  release(version: string): Release {
    return this.reader.release(this.product, version) ?? missing(`release ${version}`);
  }

  change(version: string, id: string): ReturnType<LedgerReader['change']> {
    return this.reader.change(this.product, version, id);
  }

  versions(): string[] {
    return this.reader.versions(this.product);
  }

  /** Every byte of the ledger. */
  state(): Map<string, string> {
    return existsSync(this.content) ? snapshot(this.content) : new Map();
  }

  /** Writes a file of the ledger by hand. */
  edit(name: string, change: (text: string) => string): void {
    const file = this.file(name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, change(existsSync(file) ? readFileSync(file, 'utf8') : ''));
  }

  editNote(version: string, change: (text: string) => string): void {
    this.edit(`notes/${this.product}/${version}.md`, change);
  }

  /** Writes a policy whose module list is given as YAML. */
  writePolicy(modules: string, rest = ''): void {
    const text = `---\nschema: 1\nproduct: ${this.product}\nmodules:\n${modules}\n${rest}---\n`;
    this.edit(`ledger/${this.product}/policy.md`, () => text);
  }

  /** Harvests; with a repository, writes that first and names it. Throws where the command does not end well. */
  async harvest(repo?: RepositoryBuilder, options: Partial<HarvestOptions> = {}): Promise<Answer> {
    if (repo !== undefined) await repo.write(this.repository);
    const answer = await this.tryHarvest({
      ...(repo !== undefined && { repo: [`${this.product}=${this.repository}`] }),
      ...options,
    });
    if (answer.code !== 0) throw new Error(`harvest ended with ${answer.code}: ${answer.said}`);
    return answer;
  }

  tryHarvest(options: Partial<HarvestOptions> = {}, json = false): Promise<Answer> {
    const { content, product } = this;
    return answerOf((console) => harvest({ content, product, repo: [], ...options }, console), { json });
  }

  tryNotes(release: string, since?: string, format: 'markdown' | 'json' = 'json'): Promise<Answer> {
    const { content, product } = this;
    const range = since === undefined ? {} : { since };
    return answerOf((console) => notes({ content, product, release, format, ...range }, console));
  }

  tryConservation(options: { release?: string; since?: string } = {}, json = true): Promise<Answer> {
    const { content, product } = this;
    return answerOf((console) => conservation({ content, product, ...options }, console), { json });
  }

  /** The entries of a release's note, or of a range. */
  async entries(release: string, since?: string): Promise<ToldEntry[]> {
    const answer = await this.tryNotes(release, since);
    if (answer.code !== 0) throw new Error(answer.said);
    return (JSON.parse(answer.printed) as { entries: ToldEntry[] }).entries;
  }

  async entry(release: string, id: string): Promise<ToldEntry> {
    return (await this.entries(release)).find((entry) => entry.id === id) ?? missing(`entry ${id}`);
  }

  async ids(release: string, since?: string): Promise<string[]> {
    return (await this.entries(release, since)).map(({ id }) => id).sort();
  }

  async conservation(release?: string, since?: string): Promise<ToldConservation> {
    const answer = await this.tryConservation({
      ...(release !== undefined && { release }),
      ...(since !== undefined && { since }),
    });
    if (answer.printed === '') throw new Error(answer.said);
    return JSON.parse(answer.printed) as ToldConservation;
  }

  /** What became of a commit. */
  async fate(release: string, commit: { id: string }): Promise<CommitFate> {
    const { commits } = await this.conservation(release);
    return commits.find((row) => row.commit === commit.id) ?? missing(`a row for ${commit.id}`);
  }

  /** Runs the real command on this ledger. */
  command(args: readonly string[], options: Partial<ChildOptions> = {}): Promise<Answer> {
    return runCommand(['--content', this.content, ...args], { folder: this.folder, ...options });
  }
}

function missing(what: string): never {
  throw new Error(`there is no ${what}`);
}
