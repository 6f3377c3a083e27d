import { writeCommitTable } from '../../../src/markdown/commit-table.ts';
import {
  type ConservationSum,
  type ReleaseInput,
  type ReleaseModule,
  SCHEMA_VERSION,
  type Tag,
} from '../../../src/records/index.ts';
import { markdownFile } from '../../store/yaml-lines.ts';
import { instant, objectId } from './invented.ts';
import { landingOf, moduleCommit, type PlannedModule, type PlannedRelease } from './planned-release.ts';

/** The record of a release: every commit is a change that customers are told of. */
export function releaseFile(release: PlannedRelease, before: PlannedRelease | null, policy: string): string {
  const { product, version, at, previous, modules } = release;
  const [lead] = modules;
  const fields: ReleaseInput = {
    schema: SCHEMA_VERSION,
    product,
    version,
    tag: tagOf(version, lead as PlannedModule),
    date: instant(at),
    prerelease: false,
    branches: ['main'],
    previous,
    modules: modules.map((module, index) => moduleAt(release, module, before, before?.modules[index])),
    parts: [],
    sum: sumOf(modules.flatMap(({ numbers }) => numbers).length),
    policy,
  };
  return markdownFile(fields, `# ${product} ${version}: every commit accounted for\n\n${commits(modules)}`);
}

function moduleAt(
  { version }: PlannedRelease,
  module: PlannedModule,
  before: PlannedRelease | null,
  old: PlannedModule | undefined,
): ReleaseModule {
  return {
    id: module.id,
    repository: `plants/${module.id}`,
    version,
    versionFrom: `tag v${version}`,
    tag: tagOf(version, module),
    commit: moduleCommit(module),
    previous:
      before === null || old === undefined ? null : { version: before.version, commit: moduleCommit(old) },
    moved: true,
    sum: sumOf(module.numbers.length),
  };
}

function tagOf(version: string, module: PlannedModule): Tag {
  const object = objectId(`${module.id} tag ${version}`);
  return { name: `v${version}`, kind: 'annotated', object, commit: moduleCommit(module) };
}

function sumOf(commits: number): ConservationSum {
  return { commits, published: commits, excluded: 0, cancelled: 0, folded: 0, unresolved: 0 };
}

function commits(modules: readonly PlannedModule[]): string {
  return writeCommitTable(
    modules.flatMap(({ id, numbers }) =>
      numbers.map((number) => ({
        commit: landingOf(id, number),
        module: id,
        change: `${id}-${number}`,
        pullRequest: number,
        disposition: 'published' as const,
        reason: '',
      })),
    ),
  );
}
