import path from 'node:path';
import { readMarkdown, saysToday } from '../../../src/markdown/front-matter.ts';
import { Fault, NewerRecord, type Policy, type Vote, VoteSchema } from '../../../src/records/index.ts';
import { rosterOf } from '../../../src/verdict/roster.ts';
import { type FileAuthor, fileAuthors } from '../../sources/git/authors.ts';
import { markdownNames } from '../../store/folders.ts';
import { ledgerPaths } from '../../store/paths.ts';
import type { LedgerReader } from '../../store/read.ts';
import { readIfThere } from '../../store/transaction.ts';
import type { SealInShort } from './check-seals.ts';
import { alarm, notice, type VerifyFinding } from './verify-finding.ts';

/** Who ran the command, within the front matter of a vote as the command writes it. */
const RAN_BY = /^---\n(?:[^-].*\n)*?source:\n {2}kind: command\n {2}ranBy: ([^\s"'][^"'\n]*)\n---\n/;

/**
 * Holds votes that were cast by the command against the commits that wrote their record: each has to be by whoever the
 * vote says ran the command. Votes of reviews and of Slack are held against their sources elsewhere.
 */
export async function checkAuthorship(
  reader: LedgerReader,
  seals: readonly SealInShort[],
  policies: ReadonlyMap<string, Policy>,
): Promise<VerifyFinding[]> {
  const sealed = seals.filter(({ kind }) => kind === 'release');
  if (sealed.length === 0) return [];
  const authors = await fileAuthors(reader.content, 'ledger');
  if ('unknown' in authors)
    return [notice(`${authors.unknown}: votes were not held against whoever committed them`, null)];
  return sealed.flatMap(({ product, version = '' }) => {
    const policy = policies.get(product);
    if (policy === undefined) return [];
    return voteFiles(reader.content, product, version).flatMap((file) =>
      checkFile(reader.content, file, authors.byFile.get(file) ?? [], policy),
    );
  });
}

function voteFiles(content: string, product: string, version: string): string[] {
  const folder = ledgerPaths(product).part(version, 'votes');
  return markdownNames(path.join(content, folder)).map((name) => `${folder}/${name}.md`);
}

/** The front matter of a vote, as commands write it, says so: most need not be parsed. */
function checkFile(
  content: string,
  file: string,
  authors: readonly FileAuthor[],
  policy: Policy,
): VerifyFinding[] {
  const text = readIfThere(path.join(content, file)) ?? '';
  const isOfToday = saysToday(text);
  if (isOfToday && !text.includes('command')) return [];
  const [, ranBy] = (isOfToday && RAN_BY.exec(text)) || [];
  if (ranBy !== undefined && authors.length > 0 && otherThan(ranBy, authors, policy) === undefined) return [];
  const vote = voteIn(text, file);
  if (vote instanceof NewerRecord) return [alarm(vote.message, file)];
  return vote === null ? [] : checkVote(vote, file, authors, policy);
}

/** A vote that cannot be read is told where it is held against its seal. */
function voteIn(text: string, file: string): Vote | NewerRecord | null {
  try {
    return readMarkdown(text, VoteSchema, file).data;
  } catch (error) {
    if (error instanceof NewerRecord) return error;
    if (error instanceof Fault) return null;
    throw error;
  }
}

function checkVote(
  { source, person }: Vote,
  file: string,
  authors: readonly FileAuthor[],
  policy: Policy,
): VerifyFinding[] {
  if (source.kind !== 'command') return [];
  if (authors.length === 0) return [notice(`the vote of ${person} is not committed as it is`, file)];
  const other = otherThan(source.ranBy, authors, policy);
  if (other === undefined) return [];
  const commit = `commit ${other.commit.slice(0, 12)} of ${other.name}`;
  return [alarm(`the vote says that ${source.ranBy} cast it, and ${commit} wrote its record`, file)];
}

/** Somebody among the authors who is not the one that a record names. */
function otherThan(ranBy: string, authors: readonly FileAuthor[], policy: Policy): FileAuthor | undefined {
  const roster = rosterOf(policy);
  const who = (name: string): string => roster.personOf({ on: 'git', id: name }) ?? name;
  return authors.find(({ name }) => who(name) !== who(ranBy));
}
