import type { Chart } from '../../../../src/records/index.ts';
import { known } from '../report-values.ts';
import type { ChartYaml, Requirement } from './chart-yaml.ts';

/** What tells the versions of a chart's dependencies, each where it is there. */
export interface DependencySources {
  /** Asked for, as a version or a range; undefined where it is not known whether there are any. */
  declared: Requirement[] | undefined;
  /** Chosen when the chart was built. */
  locked?: Requirement[];
  /** Lying within the package. */
  bundled: ChartYaml[];
}

/** A chart's dependencies with the versions that it really has, and what is not clear about them. */
export function dependenciesOf(sources: DependencySources): {
  dependencies: NonNullable<Chart['dependencies']> | undefined;
  doubts: string[];
} {
  const { declared } = sources;
  if (declared === undefined) return { dependencies: undefined, doubts: [] };
  const resolved = declared.map((requirement) => resolve(requirement, sources));
  return {
    dependencies: resolved.flatMap(({ requirement, version }) =>
      version === ''
        ? []
        : [
            {
              name: requirement.name,
              version,
              ...known({ repository: requirement.repository || undefined }),
            },
          ],
    ),
    doubts: resolved.flatMap(({ doubts }) => doubts),
  };
}

interface Resolved {
  requirement: Requirement;
  version: string;
  doubts: string[];
}

/** What lies in the package counts before what was locked, and that before what was asked for. */
function resolve(requirement: Requirement, { locked, bundled }: DependencySources): Resolved {
  const { name, version: asked } = requirement;
  const lock = locked === undefined ? undefined : versionIn(locked, requirement);
  const within = versionIn(bundled, requirement);
  const version = within ?? lock ?? asked;
  const doubts = [
    ...(within !== undefined && lock !== undefined && within !== lock
      ? [`${name} is ${within} in the package and ${lock} in its lock file`]
      : []),
    ...(lock !== undefined && isExact(asked) && !sameVersion(asked, lock)
      ? [`${name} is asked for as ${asked} and locked as ${lock}`]
      : []),
    ...(locked !== undefined && lock === undefined ? [`the lock file does not name ${name}`] : []),
    ...(isExact(version) ? [] : [unclear(name, version)]),
  ];
  return { requirement, version, doubts };
}

function unclear(name: string, version: string): string {
  return version === ''
    ? `the version of ${name} is not said`
    : `which version of ${name} it is, is not clear: ${version} is a range`;
}

/** Two dependencies may share a name: the one whose version is asked for, else the only one. */
function versionIn(
  list: readonly { name: string; version: string }[],
  { name, version }: Requirement,
): string | undefined {
  const named = list.filter((one) => one.name === name);
  return (named.find((one) => one.version === version) ?? (named.length === 1 ? named[0] : undefined))
    ?.version;
}

/** A version in full, no range: Masterminds/semver reads "1.2" and "1.x" as ranges. */
function isExact(version: string): boolean {
  return /^[v=]?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/.test(version);
}

function sameVersion(a: string, b: string): boolean {
  return a.replace(/^[v=]/, '') === b.replace(/^[v=]/, '');
}
