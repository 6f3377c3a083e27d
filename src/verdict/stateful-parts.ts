import type { Dossier } from './dossier.ts';

/** A part that others build and that keeps data. */
export interface StatefulPart {
  name: string;
  version: string | null;
  /** The record that names it. */
  record: string;
}

/** Words in the names of charts that keep data: databases, queues, stores and the operators that run them. */
const KEEPS_DATA =
  /kafka|strimzi|zookeeper|redis|valkey|keydb|postgres|pgo\b|cloudnative-pg|cnpg|mysql|mariadb|percona|galera|mongo|etcd|elasticsearch|\beck\b|opensearch|cassandra|scylla|clickhouse|influx|timescale|cockroach|couch|neo4j|solr|minio|rabbitmq|\bnats\b|pulsar|vault|consul|\brook\b|ceph/i;

/**
 * The stateful third-party parts of a release, as the reports on its charts and whoever opened it name them, each
 * version once. A dossier does not know the charts of the release before it, so that none can be called unchanged.
 */
export function statefulParts({ stages, opening, policy }: Dossier): StatefulPart[] {
  const ours = new Set(policy.data.modules.map(({ id }) => id));
  const ofCharts = stages.flatMap(({ data, path }) =>
    (data.measured.chart?.dependencies ?? [])
      .filter(({ name }) => !ours.has(name) && KEEPS_DATA.test(name))
      .map(({ name, version }) => ({ name, version, record: path })),
  );
  const opened = (opening?.data.modules ?? [])
    .filter(({ id, thirdParty }) => thirdParty === true && KEEPS_DATA.test(id))
    .map(({ id, version }) => ({ name: id, version: version ?? null, record: opening?.path ?? '' }));
  const byName = new Map([...opened, ...ofCharts].map((part) => [`${part.name} ${part.version}`, part]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
