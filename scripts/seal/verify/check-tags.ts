import { Fault, leadOf, type Seal } from '../../../src/records/index.ts';
import { repositoryFolder } from '../../harvest/load.ts';
import { openClone } from '../../sources/git/client.ts';
import { readRefs } from '../../sources/git/refs.ts';
import { ledgerPaths } from '../../store/paths.ts';
import type { LedgerReader } from '../../store/read.ts';
import { alarm, notice, type VerifyFinding } from './verify-finding.ts';

/** Holds the tags of sealed releases against the repositories: the tag object that was sealed is the one that is there. */
export async function checkTags(reader: LedgerReader, seals: readonly Seal[]): Promise<VerifyFinding[]> {
  const releases = seals.filter(({ kind }) => kind === 'release');
  const byProduct = Map.groupBy(releases, ({ product }) => product);
  const findings = [...byProduct].map(([product, ofProduct]) => checkProduct(reader, product, ofProduct));
  return (await Promise.all(findings)).flat();
}

async function checkProduct(
  reader: LedgerReader,
  product: string,
  seals: readonly Seal[],
): Promise<VerifyFinding[]> {
  const tags = await tagsOf(reader, product);
  if (tags === null)
    return [
      notice(`the repository of ${product} is not here: its tags were not held against the seals`, null),
    ];
  return seals.flatMap(({ version = '' }) => {
    const tag = reader.release(product, version)?.tag;
    if (tag === undefined) return [];
    const file = ledgerPaths(product).release(version);
    const now = tags.get(tag.name);
    if (now === undefined) return [alarm(`tag ${tag.name} is not in the repository any more`, file)];
    return now === tag.object
      ? []
      : [alarm(`tag ${tag.name} was ${tag.object} when it was sealed, and is ${now}`, file)];
  });
}

async function tagsOf(reader: LedgerReader, product: string): Promise<Map<string, string> | null> {
  const { policy } = reader.knownPolicy(product);
  try {
    const clone = await openClone(repositoryFolder(leadOf(policy), reader.content));
    const { tags } = await readRefs(clone);
    return new Map(tags.map(({ name, object }) => [name, object]));
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
