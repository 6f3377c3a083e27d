import fs from 'node:fs';
import path from 'node:path';
import { deploymentsOfRelease, mayBeOf } from '../../src/history/deployments/of-release.ts';
import type { RecordedDeployment } from '../../src/history/deployments/timeline.ts';
import { readMarkdown } from '../../src/markdown/front-matter.ts';
import { DeploymentSchema, Fault } from '../../src/records/index.ts';
import { markdownNames, subfolders } from './folders.ts';
import { ledgerPaths } from './paths.ts';

/** Environments that have deployments, whether the policy still knows them or not. */
export function deployedEnvironments(content: string, product: string): string[] {
  return subfolders(path.join(content, ledgerPaths(product).deployments));
}

/** The deployments of one environment, by file name. Throws a Fault for a record that stands in the wrong folder. */
export function readDeployments(content: string, product: string, environment: string): RecordedDeployment[] {
  return deploymentNames(content, product, environment).map((name) =>
    readDeployment(content, product, environment, name),
  );
}

/** Those of some versions alone: the files of others stay closed. */
export function readDeploymentsTo(
  content: string,
  product: string,
  environment: string,
  versions: readonly string[],
): RecordedDeployment[] {
  return deploymentNames(content, product, environment)
    .filter((name) => versions.some((version) => mayBeOf(name, version)))
    .map((name) => readDeployment(content, product, environment, name));
}

/** All deployments of a product, environment by environment. */
export function readAllDeployments(content: string, product: string): RecordedDeployment[] {
  return deployedEnvironments(content, product).flatMap((environment) =>
    readDeployments(content, product, environment),
  );
}

/** A release's deployments in all environments, with those that tell what else ran there. Opens no others. */
export function readDeploymentsOf(content: string, product: string, version: string): RecordedDeployment[] {
  return deployedEnvironments(content, product).flatMap((environment) =>
    deploymentsOfRelease(deploymentNames(content, product, environment), version, (name) =>
      readDeployment(content, product, environment, name),
    ),
  );
}

function deploymentNames(content: string, product: string, environment: string): string[] {
  return markdownNames(path.join(content, ledgerPaths(product).deployments, environment));
}

function readDeployment(
  content: string,
  product: string,
  environment: string,
  name: string,
): RecordedDeployment {
  const file = ledgerPaths(product).deployment(environment, name);
  const place = path.join(content, file);
  const { data, body } = readMarkdown(fs.readFileSync(place, 'utf8'), DeploymentSchema, place);
  if (data.product === product && data.environment === environment) return { data, body, path: file };
  throw new Fault(`the record is of ${data.product} in ${data.environment}`, {
    place: { file: place, field: data.product === product ? 'environment' : 'product' },
    hint: `Put it into ledger/${data.product}/deployments/${data.environment}/.`,
  });
}
