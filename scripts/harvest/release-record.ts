import { sumOfFates } from '../../src/history/editor-decisions.ts';
import { writeCommitTable } from '../../src/markdown/commit-table.ts';
import {
  type AuditEvent,
  type CommitFate,
  type ConservationSum,
  type ReleaseInput,
  type ReleaseModule,
  type ReleasePart,
  SCHEMA_VERSION,
} from '../../src/records/index.ts';
import { markdownFile } from '../store/yaml-lines.ts';
import type { AcrossReleases } from './across-releases.ts';
import type { HarvestedRelease, ProductHistory } from './product-history.ts';
import { promotionOf } from './promotions.ts';
import type { ReleasePoint } from './releases.ts';

/** What goes into a release.md besides its history. */
export interface ReleaseContext {
  history: ProductHistory;
  across: AcrossReleases;
  policyDigest: string;
  /** Events of earlier harvests and of this one. */
  events: AuditEvent[];
}

/** Makes `release.md`: front matter, and a table with a row for every commit. */
export function releaseRecord(
  release: HarvestedRelease,
  context: ReleaseContext,
): { text: string; sum: ConservationSum } {
  const fates = release.account.fates();
  const sum = sumOfFates(fates);
  const { point } = release;
  const fields: ReleaseInput = {
    schema: SCHEMA_VERSION,
    product: context.history.policy.product,
    version: point.version,
    tag: point.tag,
    ...(point.aliases.length > 0 && { aliases: point.aliases }),
    date: point.date,
    prerelease: point.prerelease,
    ...branchesOf(point, context.history),
    ...promotionIn(fates, context.history),
    previous: release.previous?.version ?? null,
    ...(release.folds.length > 0 && { folds: release.folds.map(({ version }) => version) }),
    ...(release.foldedInto !== null && { foldedInto: release.foldedInto.version }),
    modules: moduleRecords(release, context.history, fates),
    ...partsOf(point, context.history),
    sum,
    ...recordedElsewhere(release, context.across),
    ...(context.events.length > 0 && { events: context.events }),
    policy: context.policyDigest,
  };
  return { text: markdownFile(fields, body(point, fates, context.history.policy.product)), sum };
}

/** An empty list says that the release is on no such branch: its tag alone holds it. */
function branchesOf(
  { version }: ReleasePoint,
  { branches }: ProductHistory,
): Required<Pick<ReleaseInput, 'branches'>> {
  return { branches: branches.get(version) ?? [] };
}

/** An empty list says that the chart names none; no list, that no chart could be read. */
function partsOf(point: ReleasePoint, { parts }: ProductHistory): Pick<ReleaseInput, 'parts'> {
  const own = parts.get(point);
  return own === undefined ? {} : { parts: own.map(partFields) };
}

/** In the order of the record's documentation. */
function partFields({
  name,
  alias,
  repository,
  version,
  previous,
  commits,
  entry,
}: ReleasePart): ReleasePart {
  return {
    name,
    ...(alias !== undefined && { alias }),
    ...(repository !== undefined && { repository }),
    version,
    ...(previous !== undefined && { previous }),
    ...(commits !== undefined && { commits }),
    ...(entry !== undefined && { entry }),
  };
}

/** How the lead module was promoted, with the pull request that did so where the platform knows it. */
function promotionIn(
  fates: readonly CommitFate[],
  { repositories }: ProductHistory,
): Pick<ReleaseInput, 'promotion'> {
  const [lead] = repositories;
  if (lead === undefined || lead.promotions.size === 0) return {};
  const range = fates.flatMap(({ commit }) => lead.graph.find(commit) ?? []);
  const promotion = promotionOf(range, lead.promotions, lead.trees, lead.graph);
  if (promotion === null) return {};
  const merge = lead.graph.find(promotion.commit);
  const number = merge?.clues?.named?.numbers.at(-1) ?? null;
  const pull = lead.history.pullRequest(number);
  return { promotion: { ...promotion, ...(pull !== null && { pullRequest: pull.record }) } };
}

function body(point: ReleasePoint, fates: readonly CommitFate[], product: string): string {
  return `# ${product} ${point.version}: every commit accounted for\n\n${writeCommitTable(fates)}`;
}

function moduleRecords(
  release: HarvestedRelease,
  history: ProductHistory,
  fates: readonly CommitFate[],
): ReleaseModule[] {
  const place = history.releases.indexOf(release);
  const before = history.releases.findIndex(({ point }) => point === release.previous);
  const byModule = Map.groupBy(fates, (fate) => fate.module);
  return history.policy.modules.map((module) => {
    const tips = history.tips.get(module.id) ?? [];
    const [tip, previous] = [tips[place], tips[before]];
    const repository = repositoryOf(module.id, history);
    return {
      id: module.id,
      ...(repository !== undefined && { repository }),
      version: tip?.version ?? null,
      versionFrom: tip?.versionFrom ?? 'nothing tells its version',
      tag: tip?.tag ?? null,
      commit: tip?.commit?.id ?? null,
      previous: previous?.commit == null ? null : { version: previous.version, commit: previous.commit.id },
      moved: tip?.commit != null && tip.commit !== previous?.commit,
      sum: sumOfFates(byModule.get(module.id) ?? []),
    };
  });
}

function repositoryOf(module: string, { repositories }: ProductHistory): string | undefined {
  const own = repositories.find(({ modules }) => modules.some(({ id }) => id === module));
  return own?.platform?.facts.repository;
}

/** Change records that a prerelease's dossier holds already are named, not written twice. */
function recordedElsewhere(
  release: HarvestedRelease,
  across: AcrossReleases,
): Pick<ReleaseInput, 'recordedIn'> {
  const homes: Record<string, string[]> = {};
  for (const change of release.account.changes) {
    const home = across.recordedIn(release, change);
    if (home === null) continue;
    homes[home] ??= [];
    homes[home].push(change.id);
  }
  return Object.keys(homes).length > 0 ? { recordedIn: homes } : {};
}
