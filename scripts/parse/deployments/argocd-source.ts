import type { PlacedFields, SourceFields } from './argocd-schema.ts';

/** A part of what an application was made of. */
export interface ArgoSource {
  repository: string | null;
  /** The chart's name; null for files of a git repository. */
  chart: string | null;
  /** The folder in the git repository. */
  path: string | null;
  /** What was asked for: a chart's version or a range of them, a branch, a tag or a commit. */
  target: string | null;
  /** What that led to: a chart's version, a commit. */
  revision: string | null;
  /** Parameters that Helm was given, by name. */
  parameters: { name: string; value: string }[];
  /** Images that Kustomize put in the place of others, as "api=registry.example/api:1.2.3". */
  images: string[];
}

/** The sources of a deployment with their revisions; those that only lend their files to others are left out. */
export function sourcesOf({ source, sources, revision, revisions }: PlacedFields): ArgoSource[] {
  if (sources.length > 0) {
    const each = sources.map((one, index) => sourceOf(one, revisions[index] || null));
    const own = each.filter((_, index) => !onlyLends(sources[index]));
    return own.length > 0 ? own : each;
  }
  return source == null ? [] : [sourceOf(source, revision)];
}

function onlyLends(source: SourceFields | undefined): boolean {
  return source?.ref != null && source.path === null && source.chart === null;
}

function sourceOf(source: SourceFields, revision: string | null): ArgoSource {
  return {
    repository: source.repoURL,
    chart: source.chart,
    path: source.path,
    target: source.targetRevision,
    revision,
    parameters: source.helm?.parameters ?? [],
    images: source.kustomize?.images ?? [],
  };
}
