import { existsSync } from 'node:fs';
import path from 'node:path';
import { leadOf, type Module, type Policy } from '../../src/records/index.ts';
import { versionOfTag } from '../parse/tag-patterns.ts';
import type { Progress } from '../report.ts';
import { type Clone, openClone } from '../sources/git/client.ts';
import { commitsTouching } from '../sources/git/files.ts';
import { readLog } from '../sources/git/log.ts';
import { isAddress, mirrorFolder, refreshMirror } from '../sources/git/mirror.ts';
import { patchIds } from '../sources/git/patches.ts';
import { type Refs, readRefs, requireHistory } from '../sources/git/refs.ts';
import { treesOf } from '../sources/git/trees.ts';
import { equalPatches, type PatchQuestion, patchQuestions } from './equal-patches.ts';
import { type Commit, CommitGraph } from './graph.ts';
import { landChanges } from './landed-changes.ts';
import { ModuleHistory } from './module-history.ts';
import { type ModuleTag, tagsByModule } from './module-tags.ts';
import { resolveOriginals } from './originals.ts';
import type { Platform, PlatformSource } from './platform/source.ts';
import { promotionMerges } from './promotions.ts';
import { Twins } from './twins.ts';

/** A repository read whole: its refs, and its history grouped into changes. */
export interface LoadedRepository {
  clone: Clone;
  refs: Refs;
  graph: CommitGraph;
  history: ModuleHistory;
  modules: Module[];
  /** Each module's own tags, the highest version first. */
  moduleTags: Map<string, ModuleTag[]>;
  /** What could not be found out, for the harvest's report. */
  warnings: string[];
  /** What the platform knows of it; null where none was asked. */
  platform: Platform | null;
  /** Merges of the staging branch. */
  promotions: ReadonlySet<Commit>;
  /** The trees of those merges and of what they merged, by commit. */
  trees: ReadonlyMap<string, string>;
}

/** Without a platform's word, ids are what the messages make them. */
const NO_IDS: ReadonlySet<string> = new Set();

/** Where a module's clone is: relative paths count from the content folder, and an address has its mirror. */
export function repositoryFolder({ repository }: Module, content: string): string {
  return isAddress(repository) ? mirrorFolder(repository) : path.resolve(content, repository);
}

/** Brings the mirrors of those repositories up to date that are addresses; only those that are not there yet, on demand. */
export async function fetchRepositories(repositories: readonly string[], missingOnly = false): Promise<void> {
  const addresses = new Set(repositories.filter(isAddress));
  for (const address of addresses)
    if (!missingOnly || !existsSync(mirrorFolder(address))) await refreshMirror(address);
}

/** The modules in each clone, the lead module's clone first. */
export function modulesByFolder(policy: Policy, content: string): Map<string, Module[]> {
  const lead = leadOf(policy);
  const modules = [lead, ...policy.modules.filter((module) => module !== lead)];
  return Map.groupBy(modules, (module) => repositoryFolder(module, content));
}

/** What reading a product's repositories needs. */
export interface LoadOptions {
  policy: Policy;
  /** The content folder, from which relative paths count. */
  content: string;
  /** Where it is told what no message says. */
  source: PlatformSource;
  /** Ids of entries that the ledger's notes hold already. */
  established: () => ReadonlySet<string>;
  progress: Progress;
}

/** Reads every repository of a product, the lead module's first. */
export async function loadRepositories(options: LoadOptions): Promise<LoadedRepository[]> {
  const loaded: LoadedRepository[] = [];
  for (const [folder, inside] of modulesByFolder(options.policy, options.content))
    loaded.push(await loadRepository(folder, inside, options));
  return loaded;
}

async function loadRepository(
  folder: string,
  modules: Module[],
  { source, established, progress }: LoadOptions,
): Promise<LoadedRepository> {
  const clone = await openClone(folder);
  const platform = await source.open(modules, clone);
  const graph = new CommitGraph();
  const label = `Reading ${path.basename(folder)}`;
  const log = readLog(clone, (entry) => {
    graph.add(entry);
    if (graph.size % 1000 === 0) progress.step(label, graph.size);
  });
  const [refs] = await Promise.all([readRefs(clone), log]);
  requireHistory(clone, refs);
  graph.seal();
  const released = releasedCommits(refs, modules, graph);
  const tips = tipsOf(refs, modules, released, graph);
  const twins = new Twins(graph);
  const land = () => landChanges(graph, tips, stagingOf(modules), twins);
  const told = platform && { platform, ...(await import('./platform/reading.ts')) };
  const landed = told === null ? land() : await told.landAsTold(land, graph, released, told.platform);
  const questions = patchQuestions(graph, landed, tips[0], released, twins);
  const promotions = promotionMerges(landed);
  // Side by side: git compares patches for as long as all of the rest takes.
  const [{ ids, warnings }, trees, touched, moduleTags] = await Promise.all([
    askPatches(clone, questions),
    treesOf(clone, [...new Set(promotions.flatMap(treeCommits))]),
    touchedModules(clone, modules, graph),
    tagsByModule(refs, modules, graph),
  ]);
  resolveOriginals(graph, landed, twins, equalPatches(graph, questions, ids));
  return {
    clone,
    refs,
    graph,
    modules,
    moduleTags,
    warnings,
    platform,
    promotions: new Set(promotions),
    trees,
    history: new ModuleHistory({
      graph,
      landed,
      modules,
      touched,
      platform: platform?.facts ?? null,
      toldText: told?.toldText ?? null,
      established: platform === null ? NO_IDS : established(),
    }),
  };
}

/** A partial clone has no file contents to compare: its unmarked cherry-picks stay changes by themselves, and that is said. */
async function askPatches(
  clone: Clone,
  questions: readonly PatchQuestion[],
): Promise<{ ids: Map<string, string>; warnings: string[] }> {
  const asked = new Set(questions.flatMap(({ commit, candidates }) => [commit, ...candidates]));
  try {
    return {
      ids: await patchIds(
        clone,
        [...asked].map(({ id }) => id),
      ),
      warnings: [],
    };
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error).split('\n')[0];
    const warning = `${clone.folder} does not hold every file (${reason}): cherry-picks without a mark could not be told by their patch. A full clone tells them.`;
    return { ids: new Map(), warnings: [warning] };
  }
}

/** What was merged is compared with what was tested. */
function treeCommits({ id, parents }: Commit): string[] {
  return [id, ...parents.slice(1, 2).map((parent) => parent.id)];
}

function stagingOf(modules: readonly Module[]): string[] {
  return modules.flatMap((module) => (module.staging === undefined ? [] : [module.staging]));
}

/** Commits of tags that are releases of one of the modules, the oldest version first by the tags' order. */
function releasedCommits(refs: Refs, modules: readonly Module[], graph: CommitGraph): Commit[] {
  return refs.tags
    .filter((tag) => modules.some((module) => versionOfTag(tag.name, module.tags) !== null))
    .map((tag) => graph.find(tag.target))
    .filter((commit) => commit !== undefined);
}

/** Ends of lines in order of precedence: the main branch, then releases, then every other branch and tag. */
function tipsOf(
  refs: Refs,
  modules: readonly Module[],
  released: readonly Commit[],
  graph: CommitGraph,
): Commit[] {
  const main = mainBranch(refs, modules);
  const rest = [...refs.branches.keys()].sort().map((name) => refs.branches.get(name) ?? '');
  const ids = [
    refs.branches.get(main ?? '') ?? '',
    ...released.map((commit) => commit.id),
    ...rest,
    refs.detached ?? '',
  ];
  const tips = [...ids, ...refs.tags.map((tag) => tag.target)].map((id) => graph.find(id));
  return [...new Set(tips.filter((tip) => tip !== undefined))];
}

/** The branch that releases are cut from: the policy's, else HEAD's, else a usual name, else the first one. */
export function mainBranch(refs: Refs, modules: readonly Module[]): string | null {
  const named = modules.map((module) => module.branch).filter((branch) => branch !== undefined);
  const usual = ['main', 'master', 'develop', 'trunk'];
  const wanted = [...named, refs.head ?? '', ...usual].flatMap((name) => [name, `origin/${name}`]);
  return wanted.find((name) => refs.branches.has(name)) ?? [...refs.branches.keys()].sort()[0] ?? null;
}

async function touchedModules(
  clone: Clone,
  modules: readonly Module[],
  graph: CommitGraph,
): Promise<Map<Commit, string[]> | null> {
  const byPath = modules.filter((module) => module.path !== undefined);
  if (byPath.length === 0) return null;
  const touched = new Map<Commit, string[]>();
  for (const module of byPath)
    for (const id of await commitsTouching(clone, module.path ?? '')) {
      const commit = graph.find(id);
      if (commit !== undefined) touched.set(commit, [...(touched.get(commit) ?? []), module.id]);
    }
  return touched;
}
