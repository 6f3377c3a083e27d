import { Fault } from '../../../src/records/index.ts';
import type { Clone } from './client.ts';

/** A tag as the repository has it; where it leads is known only after peeling. */
export interface TagRef {
  name: string;
  kind: 'annotated' | 'lightweight' | 'signed';
  /** The tag object's id; for a lightweight tag the id of what it points at. */
  object: string;
  /** What it leads to through all tag objects: a commit, or (not a release) a tree or blob. */
  target: string;
  /** When the tag object was made, seconds since 1970; null for a lightweight tag. */
  taggedAt: number | null;
}

/** Branch heads and tags of a clone. */
export interface Refs {
  /** Commit by branch name, remote branches under their remote's name. */
  branches: Map<string, string>;
  /** The branch that HEAD names, as a key of `branches`; null where it names none. */
  head: string | null;
  /** The commit of a HEAD that names no branch: it may be on none. */
  detached: string | null;
  tags: TagRef[];
}

const FIELDS = [
  '%(refname)',
  '%(objectname)',
  '%(objecttype)',
  '%(taggerdate:unix)',
  '%(contents:signature)',
];
/** Ends a record: signatures have several lines. */
const RECORD_END = '\x1e';
const FIELD_END = '\x1f';

/** Reads all branches and tags in two processes, however many there are. */
export async function readRefs(clone: Clone): Promise<Refs> {
  const format = `--format=${FIELDS.join(FIELD_END)}${RECORD_END}`;
  const listing = await clone.git.raw(['for-each-ref', format, 'refs/heads', 'refs/remotes', 'refs/tags']);
  const rows = listing
    .split(RECORD_END)
    .map((row) => row.replace(/^\n/, '').split(FIELD_END))
    .filter((row) => row.length === FIELDS.length);
  const targets = rows.some(isTagObject) ? await peel(clone) : new Map<string, string>();
  return {
    branches: new Map(rows.filter(isBranch).map((row) => [branchName(row[0] ?? ''), row[1] ?? ''])),
    ...(await readHead(clone)),
    tags: rows.filter((row) => row[0]?.startsWith('refs/tags/')).map((row) => toTag(row, targets)),
  };
}

function isTagObject(row: string[]): boolean {
  return row[2] === 'tag';
}

function isBranch(row: string[]): boolean {
  return row[2] === 'commit' && /^refs\/(heads|remotes)\//.test(row[0] ?? '') && !row[0]?.endsWith('/HEAD');
}

function branchName(ref: string): string {
  return ref.replace(/^refs\/(heads|remotes)\//, '');
}

/** `show-ref -d` follows nested tags to the end, which `%(*objectname)` does only in newer gits. */
async function peel(clone: Clone): Promise<Map<string, string>> {
  const listing = await clone.git.raw(['show-ref', '--tags', '--dereference']);
  const peeled = listing.split('\n').filter((line) => line.endsWith('^{}'));
  return new Map(
    peeled.map((line) => [line.slice(line.indexOf(' ') + 1, -3), line.slice(0, line.indexOf(' '))]),
  );
}

function toTag(row: string[], targets: Map<string, string>): TagRef {
  const [ref = '', object = '', type, taggedAt = '', signature = ''] = row;
  const target = targets.get(ref) ?? object;
  const annotated = type === 'tag';
  const kind = !annotated ? 'lightweight' : signature.trim() === '' ? 'annotated' : 'signed';
  return {
    name: ref.slice('refs/tags/'.length),
    kind,
    object,
    target,
    taggedAt: annotated && taggedAt !== '' ? Number(taggedAt) : null,
  };
}

async function readHead(clone: Clone): Promise<Pick<Refs, 'head' | 'detached'>> {
  const ref = (await clone.git.raw(['rev-parse', '--symbolic-full-name', 'HEAD']).catch(() => '')).trim();
  if (ref.startsWith('refs/')) return { head: branchName(ref), detached: null };
  const commit = (await clone.git.raw(['rev-parse', '--verify', '--quiet', 'HEAD']).catch(() => '')).trim();
  return { head: null, detached: commit === '' ? null : commit };
}

/** Throws where a clone has nothing to harvest. */
export function requireHistory(clone: Clone, refs: Refs): void {
  if (refs.branches.size === 0 && refs.tags.length === 0)
    throw new Fault(`${clone.folder} has no branch and no tag`, {
      hint: 'Fetch its history first: git fetch --tags',
    });
}
