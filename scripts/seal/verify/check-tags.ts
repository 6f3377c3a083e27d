import { Fault, type Module, NewerRecord, type Policy, type Tag } from '../../../src/records/index.ts';
import { fetchRepositories, repositoryFolder } from '../../harvest/load.ts';
import { openClone } from '../../sources/git/client.ts';
import { readRefs } from '../../sources/git/refs.ts';
import { ledgerPaths } from '../../store/paths.ts';
import type { LedgerReader } from '../../store/read.ts';
import type { SealInShort } from './check-seals.ts';
import { alarm, notice, type VerifyFinding } from './verify-finding.ts';
import { type WrittenTag, writtenTags } from './written-tags.ts';

/** Tag objects of a repository by name; null for one that is not here. */
type TagObjects = ReadonlyMap<string, string> | null;

/**
 * Holds the tags of sealed releases, the lead's and every other module's, against the repositories: the tag object that
 * was sealed is the one that is there. A record that cannot be read is told where it is held against its seal.
 */
export async function checkTags(
  reader: LedgerReader,
  seals: readonly SealInShort[],
  policies: ReadonlyMap<string, Policy>,
): Promise<VerifyFinding[]> {
  const releases = seals.filter(({ kind }) => kind === 'release');
  const byProduct = Map.groupBy(releases, ({ product }) => product);
  const findings = [...byProduct].map(([product, ofProduct]) => {
    const policy = policies.get(product);
    return policy === undefined ? [] : checkProduct(reader, policy, ofProduct);
  });
  return (await Promise.all(findings)).flat();
}

async function checkProduct(
  reader: LedgerReader,
  policy: Policy,
  seals: readonly SealInShort[],
): Promise<VerifyFinding[]> {
  const byModule = await tagsByModule(policy, reader.content);
  const absent = [...byModule].flatMap(([id, tags]) => (tags === null ? [id] : []));
  const text = `the repositories of ${policy.product} are not all here: tags of ${absent.join(', ')} were not held against the seals`;
  return [
    ...(absent.length === byModule.size
      ? []
      : seals.flatMap(({ version = '' }) => checkRelease(reader, policy.product, version, byModule))),
    ...(absent.length === 0 ? [] : [notice(text, null)]),
  ];
}

async function tagsByModule({ modules }: Policy, content: string): Promise<Map<string, TagObjects>> {
  const places = new Map(modules.map((module) => [repositoryFolder(module, content), module.repository]));
  const read = await Promise.all(
    [...places].map(async ([folder, repository]) => [folder, await tagsIn(folder, repository)] as const),
  );
  const byFolder = new Map(read);
  const tagsOf = (module: Module): TagObjects => byFolder.get(repositoryFolder(module, content)) ?? null;
  return new Map(modules.map((module) => [module.id, tagsOf(module)]));
}

/** A mirror tells what was there when it was fetched last: one that cannot be fetched now tells nothing. */
async function tagsIn(folder: string, repository: string): Promise<TagObjects> {
  try {
    await fetchRepositories([repository]);
    const { tags } = await readRefs(await openClone(folder));
    return new Map(tags.map(({ name, object }) => [name, object]));
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

function checkRelease(
  reader: LedgerReader,
  product: string,
  version: string,
  byModule: ReadonlyMap<string, TagObjects>,
): VerifyFinding[] {
  const file = ledgerPaths(product).release(version);
  const written = writtenTags(reader.releaseText(product, version) ?? '');
  const isThere = ({ id, name, object }: WrittenTag): boolean => byModule.get(id)?.get(name) === object;
  // Where all is well, as nearly always, the record need not be parsed.
  if (written?.every(isThere) === true) return [];
  const recorded = tagsOfRelease(reader, product, version);
  if (recorded instanceof NewerRecord) return [alarm(recorded.message, file)];
  return recorded.flatMap(({ id, tag }) => {
    const tags = byModule.get(id) ?? null;
    const wrong = tags === null ? null : whatIsWrong(tag, tags.get(tag.name));
    return wrong === null ? [] : [alarm(wrong, file)];
  });
}

function tagsOfRelease(
  reader: LedgerReader,
  product: string,
  version: string,
): { id: string; tag: Tag }[] | NewerRecord {
  try {
    const modules = reader.release(product, version)?.modules ?? [];
    return modules.flatMap(({ id, tag }) => (tag === null ? [] : [{ id, tag }]));
  } catch (error) {
    if (error instanceof NewerRecord) return error;
    if (error instanceof Fault) return [];
    throw error;
  }
}

function whatIsWrong({ name, object }: Tag, now: string | undefined): string | null {
  if (now === undefined) return `tag ${name} is not in the repository any more`;
  return now === object ? null : `tag ${name} was ${object} when it was sealed, and is ${now}`;
}
