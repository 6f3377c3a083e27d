import type { DeploymentSource, Module } from '../../../src/records/index.ts';
import type { GivenFile } from '../../dossier/evidence.ts';
import { type ChartColumn, splitChart } from '../../parse/deployments/chart-column.ts';
import { type HelmRevision, parseHelmHistory } from '../../parse/deployments/helm-history.ts';
import { known } from '../../parse/report/report-values.ts';
import type { NotTaken, ObservedDeployment } from '../observed.ts';
import type { ImportContext, Observations } from './context.ts';
import { type Clue, type Deployed, deployedBy } from './deployed.ts';
import { helmReleaseOf } from './helm-release.ts';
import { chartNames, environmentOf, moduleOfChart, moduleOfId } from './module-of.ts';
import { settled } from './settled.ts';
import { named, quoted } from './words.ts';

/** A history with the release of Helm's that it is of, which the file itself does not say. */
export interface HelmHistoryFile extends GivenFile {
  /** Where it is not given, the file's name says it: "director.json", "director-history.json". */
  release?: string;
}

/** A revision with what it deployed, or why that cannot be said. */
interface Reading {
  file: HelmHistoryFile;
  release: string;
  row: HelmRevision;
  found: { at: string; deployed: Deployed } | { because: string };
}

/**
 * Deployments in Helm's histories. Each revision is one, failed ones too. What was uninstalled since is one as well, of
 * which Helm does not say any more how it had ended; the uninstallation itself has no time, and is told apart.
 */
export function observeHelm(files: readonly HelmHistoryFile[], context: ImportContext): Observations {
  const readings = files.flatMap((file) => {
    const release =
      file.release ?? helmReleaseOf(file.name, environmentOf(context.policy, context.environment));
    return parseHelmHistory(file).map((row) => ({ file, release, row, found: read(row, release, context) }));
  });
  const observed = readings.flatMap((reading) => observedOf(reading, readings, context) ?? []);
  return settled(observed, [...unread(readings), ...uninstallations(readings)]);
}

function read(row: HelmRevision, release: string, context: ImportContext): Reading['found'] {
  const { policy, releaseOf } = context;
  if (row.at === null) return { because: 'Helm does not say when it began, or in which zone that time is' };
  if (row.chart === null) return { because: 'Helm has lost its chart' };
  const column = splitChart(row.chart, chartNames(policy));
  if (column === null) return { because: `its chart "${named(row.chart)}" names no version` };
  const module = moduleOfHelm(release, column, context);
  if (module === null) return { because: unmapped(release, column, context) };
  const clues = cluesOf(row, column, row.chart);
  const told = { module, clues, at: row.at, chart: column.chart, revision: row.revision };
  const deployed = deployedBy(told, policy, releaseOf);
  return deployed === null
    ? { because: `"${named(column.version)}" is no version that a record can have` }
    : { at: row.at, deployed };
}

function moduleOfHelm(release: string, column: ChartColumn, context: ImportContext): Module | null {
  const { policy, environment } = context;
  const listed = environmentOf(policy, environment).helm?.find((each) => each.release === release);
  return listed === undefined ? moduleOfChart(policy, column.module) : moduleOfId(policy, listed.module);
}

function unmapped(release: string, { name }: ChartColumn, { policy, environment }: ImportContext): string {
  const example = `helm: [{ release: ${named(release)}, module: ${policy.modules[0]?.id} }]`;
  return `chart "${named(name)}" is of no module; if it is, write "${example}" into environment ${environment} of policy.md`;
}

function cluesOf({ revision }: HelmRevision, { version, commit }: ChartColumn, chart: string): Clue[] {
  const says = `Helm's revision ${revision} has chart ${named(chart)}`;
  if (commit === null) return [{ says, version }];
  return [
    { says, version },
    { says, version: `${version}-${commit}` },
    { says, commit },
  ];
}

function observedOf(
  reading: Reading,
  all: readonly Reading[],
  { product, environment }: ImportContext,
): ObservedDeployment | null {
  const { file, row, found } = reading;
  if ('because' in found) return null;
  const { name, digest, bytes } = file;
  return {
    product,
    environment,
    ...found.deployed,
    kind: row.isRollback ? 'rollback' : 'deploy',
    ...(row.isRollback && { rollback: { from: versionBefore(reading, all) } }),
    source: sourceOf(reading, found.at),
    toldBy: { name, digest, bytes },
    body: quoted(row.words),
  };
}

function sourceOf({ file, release, row }: Reading, at: string): DeploymentSource {
  const { revision, outcome, rolledBackTo } = row;
  const target = known({ rolledBackTo: rolledBackTo ?? undefined });
  return { kind: 'helm', at, outcome, release, revision, ...target, file: file.name, digest: file.digest };
}

/** The version of the revision before; another file may still have what this one has lost. */
function versionBefore({ file, release, row, found }: Reading, all: readonly Reading[]): string | null {
  const at = 'at' in found ? found.at : '';
  const before = all.flatMap((other) => {
    const isIt = other.release === release && other.row.revision === row.revision - 1;
    return isIt && 'at' in other.found ? [{ ...other.found, isOwn: other.file === file }] : [];
  });
  const own = before.find(({ isOwn }) => isOwn);
  const last = before.filter((each) => each.at <= at).sort((a, b) => (a.at < b.at ? -1 : 1));
  return (own ?? last.at(-1))?.deployed.version ?? null;
}

/** One line for all revisions of a history that the same speaks against. */
function unread(readings: readonly Reading[]): NotTaken[] {
  const refused = readings.flatMap(({ release, row, found }) =>
    'because' in found ? [{ release, revision: row.revision, because: found.because }] : [],
  );
  const groups = Map.groupBy(refused, ({ release, because }) => JSON.stringify([release, because]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const numbers = [...new Set(group.map(({ revision }) => revision))].sort((a, b) => a - b);
    const which = `revision${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}`;
    return [{ what: `${which} of ${named(first.release)}`, because: first.because }];
  });
}

function uninstallations(readings: readonly Reading[]): NotTaken[] {
  return readings
    .filter(({ row }) => row.isUninstalled)
    .map(({ release, row }) => ({
      what: `the uninstallation of ${named(release)} at revision ${row.revision}`,
      because: 'Helm does not say when it was, and nothing took its place',
    }));
}
