import type { RecordedDeployment } from '../../src/history/deployments/timeline.ts';
import type { DeployedModule, Deployment } from '../../src/records/index.ts';
import { align } from './align.ts';
import { sourceKey } from './join.ts';
import type { ObservedDeployment } from './observed.ts';

/** What sources say, each with the record of the same deployment; null where there is none yet. */
export type Matched = readonly [seen: ObservedDeployment, record: RecordedDeployment | null];

const MINUTE = 60_000;

/**
 * Finds the records of deployments that are seen again. A source's own number tells for sure. Else the same versions of
 * the same modules within `toleranceMinutes` are the same deployment, if no source of that kind told of it before: no
 * source tells of one deployment twice.
 */
export function matchDeployments(
  seen: readonly ObservedDeployment[],
  records: readonly RecordedDeployment[],
  toleranceMinutes: number,
): Matched[] {
  const sorted = [...seen].sort((a, b) => compare(a.source.at, b.source.at) || compare(nameOf(a), nameOf(b)));
  const known = recordsBySource(records);
  const certain = new Map(sorted.map((each) => [each, recordOfSource(each, known)]));
  const open = sorted.filter((each) => certain.get(each) === null);
  const paired = new Map([...groups(open)].flatMap((group) => pairGroup(group, records, toleranceMinutes)));
  return sorted.map((each) => [each, certain.get(each) ?? paired.get(each) ?? null]);
}

function recordsBySource(records: readonly RecordedDeployment[]): Map<string, RecordedDeployment[]> {
  const bySource = new Map<string, RecordedDeployment[]>();
  for (const record of records)
    for (const source of record.data.sources) {
      const same = bySource.get(sourceKey(source));
      if (same === undefined) bySource.set(sourceKey(source), [record]);
      else same.push(record);
    }
  return bySource;
}

/** Commands that ran in one second are told apart by what they deployed. */
function recordOfSource(
  seen: ObservedDeployment,
  known: ReadonlyMap<string, RecordedDeployment[]>,
): RecordedDeployment | null {
  const isSame = ({ data }: RecordedDeployment): boolean =>
    seen.source.kind !== 'command' || (data.version === seen.version && agree(data.modules, seen.modules));
  return known.get(sourceKey(seen.source))?.find(isSame) ?? null;
}

/** Those that could be told apart by their times only. */
function groups(seen: readonly ObservedDeployment[]): Iterable<ObservedDeployment[]> {
  const byName = new Map<string, ObservedDeployment[]>();
  for (const each of seen) {
    const { environment, version, source, modules } = each;
    const [first] = modules;
    const name = [environment, version, source.kind, each.part === true ? first?.id : ''].join(' ');
    byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  return byName.values();
}

function pairGroup(
  group: readonly ObservedDeployment[],
  records: readonly RecordedDeployment[],
  tolerance: number,
): [ObservedDeployment, RecordedDeployment][] {
  const candidates = records
    .filter(({ data }) => group.some((each) => couldBe(data, each)))
    .sort((a, b) => compare(a.data.at, b.data.at) || compare(a.path, b.path));
  const times = [
    group.map(({ source }) => Date.parse(source.at)),
    candidates.map(({ data }) => Date.parse(data.at)),
  ] as const;
  const pairs = align(...times, (left, right) => {
    const [each, record] = [group[left], candidates[right]];
    if (each === undefined || record === undefined || !couldBe(record.data, each)) return false;
    return Math.abs((times[0][left] ?? 0) - (times[1][right] ?? 0)) <= tolerance * MINUTE;
  });
  return pairs.flatMap(([left, right]) => {
    const [each, record] = [group[left], candidates[right]];
    return each === undefined || record === undefined ? [] : [[each, record]];
  });
}

function couldBe(known: Deployment, seen: ObservedDeployment): boolean {
  if (known.environment !== seen.environment || known.version !== seen.version) return false;
  if (known.sources.some(({ kind }) => kind === seen.source.kind)) return false;
  return agree(known.modules, seen.modules);
}

/** They have a module in common, and none of which they say different things. */
function agree(known: readonly DeployedModule[], seen: readonly DeployedModule[]): boolean {
  const byId = new Map(known.map((module) => [module.id, module]));
  const shared = seen.flatMap((module) => {
    const other = byId.get(module.id);
    return other === undefined ? [] : [[module, other] as const];
  });
  return (
    shared.length > 0 &&
    shared.every(
      ([a, b]) => a.version === b.version && same(a.digest, b.digest) && same(a.revision, b.revision),
    )
  );
}

function same<Value>(a: Value | undefined, b: Value | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function nameOf({ source, version }: ObservedDeployment): string {
  return JSON.stringify([version, source]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
