import type { DeployedModule, Deployment } from '../../src/records/index.ts';
import { markdownFile, type Yaml } from '../store/yaml-lines.ts';

/** The text of a deployment's record: front matter in the schema's order, then the body. */
export function deploymentText(deployment: Deployment, body: string): string {
  const { schema, product, environment, kind, version, versionFrom, at, finishedAt, outcome, part } =
    deployment;
  const { by, rollout, rollback, migration, url, filedAt, verdictThen, sources } = deployment;
  const head = {
    schema,
    product,
    environment,
    kind,
    version,
    versionFrom,
    at,
    finishedAt,
    outcome,
    part,
    by,
  };
  const modules = deployment.modules.map(inOrder);
  const rest = { modules, rollout, rollback, migration, url, filedAt, verdictThen, sources };
  const text = body.trim();
  return markdownFile({ ...head, ...rest } as { [key: string]: Yaml | undefined }, text && `${text}\n`);
}

/** The beginning of a record's name: "20261120T113000Z-1.26.3". */
export function deploymentName({ at, version }: Pick<Deployment, 'at' | 'version'>): string {
  return `${at.slice(0, 19).replace(/[-:]/g, '')}Z-${version}`;
}

/** The same facts are the same bytes, whoever told them first. */
function inOrder({ id, version, digest, chart, revision, commit }: DeployedModule) {
  return { id, version, digest, chart, revision, commit };
}
