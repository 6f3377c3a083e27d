import type { Policy, Seal, Vote } from '../../../src/records/index.ts';
import { rosterOf } from '../../../src/verdict/roster.ts';
import { type FileAuthor, fileAuthors } from '../../sources/git/authors.ts';
import { DossierReader } from '../../store/dossier-reader.ts';
import type { LedgerReader } from '../../store/read.ts';
import { alarm, notice, type VerifyFinding } from './verify-finding.ts';

/**
 * Holds votes that were cast by the command against the commit that brought their record: whoever wrote it there has to
 * be whoever the vote says ran the command. Votes of reviews and of Slack are held against their sources elsewhere.
 */
export async function checkAuthorship(
  reader: LedgerReader,
  seals: readonly Seal[],
): Promise<VerifyFinding[]> {
  const sealed = seals.filter(({ kind }) => kind === 'release');
  if (sealed.length === 0) return [];
  const authors = await fileAuthors(reader.content, 'ledger');
  if (authors === null)
    return [
      notice('the ledger is in no git repository: votes were not held against whoever committed them', null),
    ];
  return sealed.flatMap(({ product, version = '' }) => {
    const { policy } = reader.knownPolicy(product);
    const votes = new DossierReader(reader.content, product, version).votes();
    return votes.flatMap(({ data, path }) => checkVote(data, path, authors, policy));
  });
}

function checkVote(
  { source, person }: Vote,
  path: string,
  authors: ReadonlyMap<string, FileAuthor>,
  policy: Policy,
): VerifyFinding[] {
  if (source.kind !== 'command') return [];
  const author = authors.get(path);
  if (author === undefined) return [notice(`the vote of ${person} is not committed yet`, path)];
  const roster = rosterOf(policy);
  const who = (name: string): string => roster.personOf({ on: 'git', id: name }) ?? name;
  return who(author.name) === who(source.ranBy)
    ? []
    : [
        alarm(
          `the vote says that ${source.ranBy} cast it, and commit ${author.commit.slice(0, 12)} of ${author.name} brought it`,
          path,
        ),
      ];
}
