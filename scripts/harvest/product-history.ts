import { leadOf, type Module, type Policy } from '../../src/records/index.ts';
import type { Progress } from '../report.ts';
import { DossierReader } from '../store/dossier-reader.ts';
import type { LedgerReader } from '../store/read.ts';
import type { Account } from './account.ts';
import { type LeadCharts, readLeadCharts } from './lead-charts.ts';
import { type LoadedRepository, loadRepositories, mainBranch } from './load.ts';
import { type ModuleTip, tipElsewhere, tipInLead, type WrittenModule } from './module-tips.ts';
import { type PartsByRelease, partHistory } from './part-history.ts';
import type { PlatformSource } from './platform/source.ts';
import { accountRelease, groupRanges, type RangeGroup, type TipsByModule } from './ranges.ts';
import { releaseBranches } from './release-branches.ts';
import { findPrevious, findReleases, foldPrereleases, type ReleasePoint } from './releases.ts';

/** A release with everything that its histories tell. */
export interface HarvestedRelease {
  point: ReleasePoint;
  previous: ReleasePoint | null;
  /** Prereleases that this final release repeats. */
  folds: ReleasePoint[];
  foldedInto: ReleasePoint | null;
  /** Since the previous final release; for a prerelease since the previous release of any kind. */
  account: Account;
}

/** A product's whole history in memory. */
export interface ProductHistory {
  policy: Policy;
  repositories: LoadedRepository[];
  /** In the order of history. */
  releases: HarvestedRelease[];
  tips: TipsByModule;
  /** What the lead's chart needs, and which third-party parts a release has by it. */
  charts: LeadCharts;
  parts: PartsByRelease;
  /** What a final release has since its last prerelease; for finals that fold prereleases. */
  sincePrerelease: Map<ReleasePoint, Account>;
  ignoredTags: string[];
  /** Branches that releases are cut from and that hold a release's commit, by version. */
  branches: ReadonlyMap<string, string[]>;
}

/** What reading a product's history needs. */
export interface HistoryOptions {
  policy: Policy;
  /** The ledger as it is: modules whose version only a person knows, and ids that were given already. */
  reader: LedgerReader;
  /** Where it is told what no message says. */
  source: PlatformSource;
  progress: Progress;
}

/** Reads a product's repositories and accounts for every release. */
export async function readProductHistory(options: HistoryOptions): Promise<ProductHistory> {
  const { policy, reader } = options;
  const established = () => reader.entryIds(policy.product);
  const repositories = await loadRepositories({ ...options, content: reader.content, established });
  const [leadRepository] = repositories;
  if (leadRepository === undefined) throw new Error('a policy has a lead module');
  const lead = leadOf(policy);
  const { points, ignored } = findReleases(
    leadRepository.refs,
    lead,
    leadRepository.graph,
    leadRepository.clone.folder,
  );
  const written = (version: string) => writtenModules(reader, policy.product, version);
  const charts = await chartsOf(leadRepository, lead, points, repositories.length === 1);
  const tips = findTips(policy, repositories, points, written, charts);
  const accounts = accountAll(policy, repositories, points, tips);
  const parts = await partHistory(accounts.releases, charts, policy, leadRepository);
  const { refs, graph, modules } = leadRepository;
  const branches = releaseBranches(points, refs, mainBranch(refs, modules), policy, graph);
  return { policy, repositories, tips, charts, parts, ignoredTags: ignored, branches, ...accounts };
}

/** The repositories of a product on the platform, as "owner/name". */
export function ownRepositories({ repositories }: ProductHistory): string[] {
  return repositories.flatMap(({ platform }) => platform?.facts.repository ?? []);
}

/** What people wrote of a release's modules: whoever opened it, then what an earlier harvest or a person made of it. */
function writtenModules(reader: LedgerReader, product: string, version: string): WrittenModule[] {
  const opened = new DossierReader(reader.content, product, version).opening()?.data.modules ?? [];
  const released = reader.release(product, version)?.modules ?? [];
  return [
    ...opened.map(({ id, version: told = null, commit = null }) => ({
      id,
      version: told,
      commit,
      record: 'opening.md',
    })),
    ...released.map(({ id, version: told, commit }) => ({ id, version: told, commit, record: 'release.md' })),
  ];
}

/** Where a chart tells nothing of other modules, a clone that does not hold its files is no reason to stop. */
async function chartsOf(
  lead: LoadedRepository,
  module: Module,
  points: readonly ReleasePoint[],
  isOnly: boolean,
): Promise<LeadCharts> {
  try {
    return await readLeadCharts(lead.clone, module, points);
  } catch (error) {
    if (!isOnly) throw error;
    const reason = String(error instanceof Error ? error.message : error).split('\n')[0];
    lead.warnings.push(
      `${lead.clone.folder} does not hold every file (${reason}): third-party parts could not be told by the chart. A full clone tells them.`,
    );
    return new Map();
  }
}

function findTips(
  policy: Policy,
  repositories: readonly LoadedRepository[],
  points: readonly ReleasePoint[],
  written: (version: string) => readonly WrittenModule[],
  charts: LeadCharts,
): TipsByModule {
  const lead = leadOf(policy);
  const leadRepository = repositories[0] as LoadedRepository;
  const tips: TipsByModule = new Map();
  for (const repository of repositories)
    for (const module of repository.modules)
      tips.set(
        module.id,
        points.map(
          (point): ModuleTip =>
            repository === leadRepository
              ? tipInLead(module, module === lead, point, repository)
              : tipElsewhere(module, point, repository, charts, written),
        ),
      );
  return tips;
}

function accountAll(
  policy: Policy,
  repositories: readonly LoadedRepository[],
  points: readonly ReleasePoint[],
  tips: TipsByModule,
): Pick<ProductHistory, 'releases' | 'sincePrerelease'> {
  const finals = points.flatMap((point, index) => (point.prerelease ? [] : [index]));
  const finalGroups = groupRanges(repositories, tips, finals);
  const allGroups =
    finals.length === points.length ? finalGroups : groupRanges(repositories, tips, [...points.keys()]);
  const placeOfFinal = new Map(finals.map((index, place) => [index, place]));
  const foldedInto = foldPrereleases(points);
  const folds = Map.groupBy(foldedInto.keys(), (point) => foldedInto.get(point) as ReleasePoint);
  const previous = findPrevious(points);
  const sincePrerelease = new Map<ReleasePoint, Account>();
  const releases = points.map((point, index) => {
    if (folds.has(point)) sincePrerelease.set(point, accountRelease(allGroups, index, policy));
    return {
      point,
      previous: previous[index] ?? null,
      folds: folds.get(point) ?? [],
      foldedInto: foldedInto.get(point) ?? null,
      account: accountOf(point, index, finalGroups, allGroups, placeOfFinal, policy),
    };
  });
  return { releases, sincePrerelease };
}

function accountOf(
  point: ReleasePoint,
  index: number,
  finalGroups: readonly RangeGroup[],
  allGroups: readonly RangeGroup[],
  placeOfFinal: ReadonlyMap<number, number>,
  policy: Policy,
): Account {
  return point.prerelease
    ? accountRelease(allGroups, index, policy)
    : accountRelease(finalGroups, placeOfFinal.get(index) ?? -1, policy);
}
