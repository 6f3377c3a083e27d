import path from 'node:path';
import { Fault, type Policy } from '../../src/records/index.ts';
import { fetchRepositories, repositoryFolder } from '../harvest/load.ts';
import { readProductHistory } from '../harvest/product-history.ts';
import {
  type NamedRepository,
  namedRepositories,
  type StartingFiles,
  startingFiles,
} from '../harvest/starting-policy.ts';
import { type HarvestResult, requireRelease, writeProduct } from '../harvest/write-product.ts';
import { openClone } from '../sources/git/client.ts';
import { isAddress } from '../sources/git/mirror.ts';
import { readRefs } from '../sources/git/refs.ts';
import { ledgerPaths } from '../store/paths.ts';
import { LedgerReader, parsePolicy, type StoredPolicy } from '../store/read.ts';
import { HarvestStamp } from '../store/stamp.ts';
import { writeAllOrNothing } from '../store/transaction.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';
import { openPlatform } from './platform.ts';

/** What `ledger harvest` is asked for. */
export interface HarvestOptions {
  content: string;
  product: string;
  /** `[MODULE=]PATH`, as often as there are repositories. */
  repo: string[];
  /** One release; all of them where it is not given. */
  release?: string;
  /** Beside that one, those that the ledger holds already: what a release means for earlier ones is told in theirs. */
  recorded?: boolean;
  /** Ask nobody: the clones and the ledger are enough. */
  offline?: boolean;
  /** A file for all of GitHub's answers. */
  record?: string;
  /** A file of answers, in GitHub's place. */
  replay?: string;
  /** The moment of harvesting, which only amendments of sealed releases tell; the clock's where it is not given. */
  now?: string;
}

interface HarvestReport extends HarvestResult {
  /** Nothing in the repositories, the policy or the ledger has changed since the last harvest. */
  nothingNew: boolean;
  /** Files that this harvest proposed, for a person to read. */
  started: string[];
}

/** Harvests a product: reads its repositories and writes the records of its releases. Returns the exit code. */
export async function harvest(options: HarvestOptions, out: Console): Promise<number> {
  const { content, product } = options;
  const paths = ledgerPaths(product);
  const reader = new LedgerReader(content);
  const repositories = namedRepositories(options.repo, product);

  // 1. The policy: the ledger's, or a first one from what the repositories show.
  const existing = reader.policy(product);
  if (options.offline !== true) await fetchRepositories(neededRepositories(existing, repositories));
  const hasPage = reader.product(product) !== null;
  const started = existing === null ? await start(options, reader, repositories) : null;
  const stored = existing ?? parsePolicy((started as StartingFiles).policy, paths.policy);
  const policy = existing === null ? stored.policy : withRepositories(stored.policy, repositories);

  const platform = await openPlatform(options, reader, out);
  let written: HarvestReport | null = null;
  try {
    // 2. Has anything changed since the last harvest, here or on GitHub?
    const stamp = new HarvestStamp(content, product);
    const told = `${platform.name} ${await platform.state(policy, content)}`;
    const inputs = await inputsOf(policy, stored, options, told);
    const last = started === null && !platform.everything ? stamp.recall<HarvestResult>(inputs) : null;
    if (last !== null) return report({ ...last, filesWritten: 0, nothingNew: true, started: [] }, out);

    // 3. Read everything, then write all of it or nothing.
    const reading = { policy, reader, source: platform.source, progress: out.progress };
    const history = await readProductHistory(reading);
    const only =
      options.release === undefined ? null : requireRelease(history, options.release).point.version;
    const result = writeAllOrNothing(content, (transaction) => {
      if (started !== null) {
        transaction.write(paths.policy, started.policy);
        if (!hasPage) transaction.write(paths.product, started.product);
      }
      return writeProduct(
        { ...history, policy },
        { only, recorded: options.recorded === true },
        stored,
        reader,
        transaction,
        out.progress,
        momentOf(options.now),
      );
    });
    stamp.remember(inputs, result);
    const files = started === null ? [] : [paths.policy, ...(hasPage ? [] : [paths.product])];
    written = { ...result, nothingNew: false, started: files };
  } finally {
    await platform.close(written !== null);
  }
  return report(written, out);
}

async function start(
  options: HarvestOptions,
  reader: LedgerReader,
  repositories: NamedRepository[],
): Promise<StartingFiles> {
  if (repositories.length === 0) reader.knownPolicy(options.product);
  return startingFiles(options.product, repositories, options.content);
}

/** `--repo` beside a policy names other clones of its modules, for this run only. */
function withRepositories(policy: Policy, repositories: readonly NamedRepository[]): Policy {
  const [only] = policy.modules;
  const folders = new Map(repositories.map(({ module, folder }) => [module, folder]));
  for (const { module } of repositories)
    if (policy.modules.length > 1 && !policy.modules.some(({ id }) => id === module))
      throw new Fault(`the policy of ${policy.product} has no module "${module}"`, {
        hint: `Its modules are ${policy.modules.map(({ id }) => id).join(', ')}: write --repo MODULE=PATH.`,
      });
  if (policy.modules.length === 1 && only !== undefined && repositories[0] !== undefined)
    return { ...policy, modules: [{ ...only, repository: placeOf(repositories[0].folder) }] };
  const modules = policy.modules.map((module) => {
    const folder = folders.get(module.id);
    return folder === undefined ? module : { ...module, repository: placeOf(folder) };
  });
  return { ...policy, modules };
}

/** What the policy names, but for what the command line puts in its place. */
function neededRepositories(
  existing: StoredPolicy | null,
  repositories: readonly NamedRepository[],
): string[] {
  if (existing === null) return repositories.map(({ folder }) => folder);
  return withRepositories(existing.policy, repositories).modules.map(({ repository }) => repository);
}

/** What is named on the command line counts from where that runs. */
function placeOf(repository: string): string {
  return isAddress(repository) ? repository : path.resolve(repository);
}

/** Everything that a harvest depends on besides the ledger's own files. */
async function inputsOf(
  policy: Policy,
  stored: StoredPolicy,
  options: HarvestOptions,
  platform: string,
): Promise<string> {
  const folders = [...new Set(policy.modules.map((module) => repositoryFolder(module, options.content)))];
  const refs = await Promise.all(
    folders.map(async (folder) => {
      const { branches, head, detached, tags } = await readRefs(await openClone(folder));
      return { folder, branches: [...branches], head, detached, tags };
    }),
  );
  return JSON.stringify({
    digest: stored.digest,
    release: options.release ?? null,
    recorded: options.recorded === true,
    platform,
    refs,
  });
}

function report(result: HarvestReport, out: Console): number {
  if (out.json) out.result(result);
  for (const file of result.started)
    out.say(`Wrote ${file}: read it, change what is not true, harvest again.`);
  if (result.nothingNew) out.say(`${result.product}: nothing new since the last harvest.`);
  else
    out.say(
      `${result.product}: ${result.releases} releases, ${result.changes} changes, ${result.commits} commits accounted for, ${result.filesWritten} files written.`,
    );
  for (const tag of result.ignoredTags) out.say(`Ignored tag ${tag}: it leads to no commit.`);
  for (const warning of result.warnings) out.say(warning);
  for (const { version, event } of result.events) out.say(`${version}: ${event.text}`);
  if (result.unresolved > 0) out.say(`${result.unresolved} commits are not accounted for.`);
  return result.unresolved > 0 ? 1 : 0;
}
