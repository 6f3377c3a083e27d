import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../../../src/records/index.ts';
import type { Candidate, NumberAnswer, ReleaseAnswer, RepositoryAnswer, UpdatedAnswer } from './answers.ts';
import { headLine, type KeptLine, parsedLine } from './kept-lines.ts';
import { readLines } from './lines.ts';
import { isWhole } from './pages.ts';

interface Place {
  offset: number;
  length: number;
}

/** Rewritten once more of it is out of date than in use. */
const WASTE = 0.5;

/**
 * Answers of one repository in a file that only grows, so that an interrupted harvest goes on where it stopped and
 * the next one asks for what is new. Whatever is large stays on disk and is read when it is asked for. Losing the
 * file costs requests, nothing else.
 */
export class KeptAnswers {
  private readonly file: string;
  private readonly places = new Map<number, Place>();
  private readonly releases = new Map<string, Place>();
  private readonly candidates = new Map<string, Candidate[] | null>();
  private readonly stale = new Set<number>();
  private readonly unfinished = new Set<number>();
  private readonly late = new Map<number, UpdatedAnswer>();
  private handle: number;
  private scratch = Buffer.alloc(0);
  private size = 0;
  private used = 0;
  /** Up to which change the list of what changed last was read; null before the first time. */
  asOf: string | null = null;
  repository: RepositoryAnswer | null = null;

  constructor(file: string) {
    this.file = file;
    this.handle = opened(file);
    this.load();
    if (this.size === 0) this.append(headLine());
  }

  /** Another one as soon as anything more is kept. */
  get revision(): number {
    return this.size;
  }

  /** The pull requests that hold a commit; null where GitHub does not know it, undefined where it was not asked. */
  candidatesOf(commit: string): Candidate[] | null | undefined {
    return this.candidates.get(commit);
  }

  keepCandidates(commit: string, candidates: Candidate[] | null): void {
    this.append({ commit, candidates });
  }

  forgetCandidates(commit: string): void {
    this.append({ forget: commit });
  }

  /** Pull requests that GitHub's list of recent ones shows, and its index by commit does not show yet. */
  latePulls(): UpdatedAnswer[] {
    return [...this.late.values()];
  }

  /** Remembers whether the index by commit lacks a pull request. */
  keepLate(pull: UpdatedAnswer, isLate: boolean): void {
    if (isLate && !this.late.has(pull.number)) this.append({ late: pull });
    if (!isLate && this.late.has(pull.number)) this.append({ found: pull.number });
  }

  /** What stands under a number; undefined where it was not asked, or has changed since. */
  numbered(number: number): NumberAnswer | undefined {
    const place = this.stale.has(number) ? undefined : this.places.get(number);
    return place === undefined ? undefined : (this.read(place) as { answer: NumberAnswer }).answer;
  }

  /** True where a number need not be asked for. */
  has(number: number): boolean {
    return this.places.has(number) && !this.stale.has(number);
  }

  /** True where further pages of a pull request are still to be read. */
  isUnfinished(number: number): boolean {
    return this.has(number) && this.unfinished.has(number);
  }

  keepNumbered(answer: NumberAnswer): void {
    this.append({ number: answer.number, answer });
  }

  markStale(number: number): void {
    if (this.has(number)) this.append({ stale: number });
  }

  /** The release of a tag: the published one, beside which drafts may stand. */
  release(tag: string): ReleaseAnswer | undefined {
    return this.releaseAt(tag) ?? this.releaseAt(draftOf(tag));
  }

  /** True where this very state of a release is kept. */
  hasRelease({ tagName, isDraft, updatedAt }: ReleaseAnswer): boolean {
    return this.releaseAt(isDraft ? draftOf(tagName) : tagName)?.updatedAt === updatedAt;
  }

  keepRelease(release: ReleaseAnswer): void {
    this.append({ tag: release.isDraft ? draftOf(release.tagName) : release.tagName, release });
  }

  private releaseAt(key: string): ReleaseAnswer | undefined {
    const place = this.releases.get(key);
    return place === undefined ? undefined : (this.read(place) as { release: ReleaseAnswer }).release;
  }

  keepRepository(repository: RepositoryAnswer, asOf: string): void {
    this.append({ repository, asOf });
  }

  /** Ends the work with the file; one that is mostly out of date is written anew. */
  close(): void {
    if (this.used < this.size * WASTE && this.isAlone()) this.compact();
    fs.closeSync(this.handle);
  }

  /** Reads the file, and cuts off what is damaged or of another form: places are counted from what counts. */
  private load(): void {
    let end: number;
    do {
      end = fs.fstatSync(this.handle).size;
      this.absorb();
      // What seems unfinished may be another harvest's, which writes it at this moment.
    } while (end !== fs.fstatSync(this.handle).size);
    if (this.size < end) fs.ftruncateSync(this.handle, this.size);
  }

  /** Takes in what stands behind what is known, whoever wrote it. */
  private absorb(): void {
    for (const { text, offset, length } of readLines(this.handle, this.size)) {
      const value = parsedLine(text);
      // Another version asked for other fields, or the file is damaged from here on: its answers are asked for again.
      if (value === null || (offset === 0 && text !== JSON.stringify(headLine()))) return;
      this.note(value, { offset, length });
      this.size = offset + length + 1;
    }
  }

  /** Other harvests of the same repository may write to the file at the same time: each line goes to its end. */
  private append(value: KeptLine): void {
    const line = Buffer.from(`${JSON.stringify(value)}\n`);
    fs.writeSync(this.handle, line);
    const [offset, end] = [this.size, this.size + line.length];
    if (fs.fstatSync(this.handle).size === end) {
      this.note(value, { offset, length: line.length - 1 });
      this.size = end;
    } else this.absorb();
  }

  private note(value: KeptLine, place: Place): void {
    this.used += place.length + 1;
    if ('candidates' in value) this.candidates.set(value.commit, value.candidates);
    else if ('answer' in value) {
      this.replace(this.places, value.number, place);
      this.stale.delete(value.number);
      if (isWhole(value.answer)) this.unfinished.delete(value.number);
      else this.unfinished.add(value.number);
    } else if ('stale' in value) this.stale.add(value.stale);
    else if ('forget' in value) this.candidates.delete(value.forget);
    else if ('late' in value) this.late.set(value.late.number, value.late);
    else if ('found' in value) this.late.delete(value.found);
    else if ('tag' in value) this.replace(this.releases, value.tag, place);
    else if ('asOf' in value) [this.repository, this.asOf] = [value.repository, value.asOf];
  }

  private replace<Key>(places: Map<Key, Place>, key: Key, place: Place): void {
    this.used -= places.get(key)?.length ?? 0;
    places.set(key, place);
  }

  private read({ offset, length }: Place): KeptLine {
    // One buffer for all: memory outside the heap is given back late.
    if (this.scratch.length < length) this.scratch = Buffer.alloc(2 * length);
    fs.readSync(this.handle, this.scratch, 0, length, offset);
    return JSON.parse(this.scratch.toString('utf8', 0, length)) as KeptLine;
  }

  /** Nobody else has written to the file, or put another in its place. */
  private isAlone(): boolean {
    const [own, there] = [fs.fstatSync(this.handle), fs.statSync(this.file, { throwIfNoEntry: false })];
    return there !== undefined && own.ino === there.ino && own.size === this.size;
  }

  private compact(): void {
    const draft = `${this.file}.${process.pid}`;
    const to = new KeptAnswers(draft);
    for (const [commit, candidates] of this.candidates) to.append({ commit, candidates });
    for (const place of [...this.places.values(), ...this.releases.values()]) to.append(this.read(place));
    for (const number of this.stale) to.append({ stale: number });
    for (const late of this.late.values()) to.append({ late });
    if (this.repository !== null && this.asOf !== null) to.keepRepository(this.repository, this.asOf);
    fs.closeSync(to.handle);
    fs.renameSync(draft, this.file);
  }
}

function opened(file: string): number {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    return fs.openSync(file, 'a+');
  } catch (cause) {
    throw new Fault(`GitHub's answers cannot be kept in ${path.dirname(file)}`, {
      hint: 'Set LEDGER_CACHE to a folder that may be written to.',
      cause,
    });
  }
}

/** No tag has a blank. */
function draftOf(tag: string): string {
  return `draft ${tag}`;
}
