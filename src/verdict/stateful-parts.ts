import { type PartMove, partMove } from '../history/part-move.ts';
import type { Dossier } from './dossier.ts';

/** A part that others build and that keeps data. */
export interface StatefulPart {
  name: string;
  /** The name that it is installed under, where that is another one. */
  alias?: string | undefined;
  /** Null where nobody knows it, and where the release removes the part. */
  version: string | null;
  /** Its version in the release before; null where it is new, or nobody knows. */
  previous: string | null;
  move: PartMove;
  /** The record that names it. */
  record: string;
}

/** Words in the names of charts that keep data: databases, queues, stores and the operators that run them. */
const KEEPS_DATA =
  /kafka|strimzi|zookeeper|redis|valkey|keydb|postgres|pgo\b|cloudnative-pg|cnpg|mysql|mariadb|percona|galera|mongo|etcd|elasticsearch|\beck\b|opensearch|cassandra|scylla|clickhouse|influx|timescale|cockroach|couch|neo4j|solr|minio|rabbitmq|\bnats\b|pulsar|vault|consul|\brook\b|ceph/i;

/** True for charts whose names say that they keep data. */
export function keepsData(name: string): boolean {
  return KEEPS_DATA.test(name);
}

/**
 * The stateful third-party parts of a release: those that the lead's chart names at its tag, with what the release does
 * with them, removed ones too, for their data stays. Then those that only reports on charts or whoever opened the
 * release name: nobody knows whether they moved.
 */
export function statefulParts(dossier: Dossier): StatefulPart[] {
  const recorded = recordedParts(dossier);
  const known = new Set(recorded.map(({ name }) => name));
  const others = [...openedParts(dossier), ...reportedParts(dossier)].filter(({ name }) => !known.has(name));
  const byName = new Map(
    [...others, ...recorded].map((part) => [`${part.name} ${part.alias} ${part.version}`, part]),
  );
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** In a first release nothing has moved: there is nothing to go back to. */
function recordedParts({ release }: Dossier): StatefulPart[] {
  const isFirst = release?.data.previous === null;
  return (release?.data.parts ?? [])
    .filter(({ name }) => keepsData(name))
    .map((part) => ({
      ...{ name: part.name, alias: part.alias, version: part.version },
      previous: part.previous ?? null,
      move: isFirst ? 'unknown' : partMove(part),
      record: release?.path ?? '',
    }));
}

function reportedParts({ stages, policy }: Dossier): StatefulPart[] {
  const ours = new Set(policy.data.modules.map(({ id }) => id));
  return stages.flatMap(({ data, path }) =>
    (data.measured.chart?.dependencies ?? [])
      .filter(({ name }) => !ours.has(name) && keepsData(name))
      .map(({ name, version }) => ({ name, version, ...UNKNOWN, record: path })),
  );
}

function openedParts({ opening }: Dossier): StatefulPart[] {
  return (opening?.data.modules ?? [])
    .filter(({ id, thirdParty }) => thirdParty === true && keepsData(id))
    .map(({ id, version }) => ({
      ...{ name: id, version: version ?? null },
      ...UNKNOWN,
      record: opening?.path ?? '',
    }));
}

const UNKNOWN = { previous: null, move: 'unknown' } as const;
