import { type Module, type Tag, VersionSchema } from '../../src/records/index.ts';
import { byKnownName, type ChartDependency } from '../parse/chart.ts';
import type { Commit } from './graph.ts';
import type { LeadCharts } from './lead-charts.ts';
import type { LoadedRepository } from './load.ts';
import type { ModuleTag } from './module-tags.ts';
import { type ReleasePoint, tagRecord } from './releases.ts';

/** Where a module stands in a release. */
export interface ModuleTip {
  version: string | null;
  /** A sentence for auditors: what told the version. */
  versionFrom: string;
  tag: Tag | null;
  /** Null where no commit is known: the module has no range then, and says so. */
  commit: Commit | null;
}

/** A module's version as a person or a pipeline wrote it down. */
export interface WrittenModule {
  id: string;
  version: string | null;
  commit: string | null;
  /** The record that says so, "opening.md". */
  record: string;
}

/** Finds where a module of the lead's own repository stands: at the release's commit, at its newest tag's version. */
export function tipInLead(
  module: Module,
  isLead: boolean,
  point: ReleasePoint,
  lead: LoadedRepository,
): ModuleTip {
  if (isLead)
    return {
      version: point.version,
      versionFrom: `tag ${point.tag.name}`,
      tag: point.tag,
      commit: point.commit,
    };
  const reached = tagsOf(module, lead).find(({ commit }) => lead.graph.reaches(point.commit, commit));
  if (reached === undefined)
    return {
      version: point.version,
      versionFrom: `the release's own tag ${point.tag.name}`,
      tag: point.tag,
      commit: point.commit,
    };
  const versionFrom = `tag ${reached.tag.name}, the newest that the release reaches`;
  return { version: reached.version, versionFrom, tag: tagRecord(reached.tag), commit: point.commit };
}

/** Finds where a module of another repository stands: by the chart, by the tag of the release's version, by hand. */
export function tipElsewhere(
  module: Module,
  point: ReleasePoint,
  repository: LoadedRepository,
  charts: LeadCharts,
  written: (version: string) => readonly WrittenModule[],
): ModuleTip {
  const inChart = byKnownName(charts.get(point) ?? []).get(module.id);
  if (inChart !== undefined)
    return tipOfVersion(module, inChart.version, toldByChart(inChart, point), repository);
  const same = tagsOf(module, repository).find(({ version }) => version === point.version);
  if (same !== undefined)
    return {
      version: same.version,
      versionFrom: `tag ${same.tag.name} of the release's version`,
      tag: tagRecord(same.tag),
      commit: same.commit,
    };
  return tipByHand(module, repository, written(point.version));
}

function toldByChart({ file, version }: ChartDependency, { tag }: ReleasePoint): string {
  return `${file} of ${tag.name} ${file.endsWith('.lock') ? 'has' : 'asks for'} ${version}`;
}

/** A chart's version names a tag, or ends with the commit that the chart was built from. */
function tipOfVersion(
  module: Module,
  asked: string,
  versionFrom: string,
  repository: LoadedRepository,
): ModuleTip {
  const tagged = tagsOf(module, repository).find(
    ({ version, tag }) => version === asked || tag.name === asked,
  );
  if (tagged !== undefined)
    return { version: tagged.version, versionFrom, tag: tagRecord(tagged.tag), commit: tagged.commit };
  const sha = /(?:^|[-+.])([0-9a-f]{7,40})$/.exec(asked)?.[1];
  const commit = sha === undefined ? undefined : repository.graph.findAbbreviated(sha);
  const version = versionInChart(asked, module);
  if (commit !== undefined) return { version, versionFrom, tag: null, commit };
  return {
    version,
    versionFrom: `${versionFrom}, which no tag of ${module.id} has`,
    tag: null,
    commit: null,
  };
}

/** "api-1-2-3-4f00b0a" is version 1.2.3-4f00b0a of api; null for what is no version, such as the range "^1.2.0". */
function versionInChart(asked: string, { id }: Module): string | null {
  const bare = asked.startsWith(`${id}-`) ? asked.slice(id.length + 1) : asked;
  const version = bare.replace(/^v(?=\d)/, '').replace(/^(\d+)-(\d+)-(\d+)(?=-|$)/, '$1.$2.$3');
  return VersionSchema.safeParse(version).success ? version : null;
}

/** What a person or a pipeline wrote down, where nothing else tells: the first record whose commit is there. */
function tipByHand(
  module: Module,
  { graph }: LoadedRepository,
  written: readonly WrittenModule[],
): ModuleTip {
  const own = written.filter(({ id, commit }) => id === module.id && commit !== null);
  for (const { version, commit, record } of own) {
    const found = graph.find(commit ?? '');
    if (found !== undefined)
      return { version, versionFrom: `written in ${record}`, tag: null, commit: found };
  }
  return { version: null, versionFrom: unknownVersion(own), tag: null, commit: null };
}

/** release.md is what harvests write: what one of them says is lost, the next one cannot say again. */
function unknownVersion(own: readonly WrittenModule[]): string {
  const lost = own.find(({ record }) => record !== 'release.md');
  if (lost === undefined) return 'no chart, no tag and no release.md names its version';
  return `${lost.record} names commit ${lost.commit}, which its clone does not hold`;
}

function tagsOf(module: Module, repository: LoadedRepository): readonly ModuleTag[] {
  return repository.moduleTags.get(module.id) ?? [];
}
