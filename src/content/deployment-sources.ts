// What a deployment's page is made of. Only the internal edition's routes import this file.
import { compareVersions } from '../history/version-order.ts';
import type { Note } from '../records/note.ts';
import { recordName } from '../views/deployments/deployment-links.ts';
import type { DeploymentSources } from '../views/deployments/deployment-page.ts';
import { deploymentEvidenceHref } from './deployment-evidence.ts';
import { knownEvent } from './deployments.ts';
import { readJudged } from './dossier.ts';
import { evidenceHref } from './evidence.ts';
import { readNotes } from './notes.ts';
import { once } from './once.ts';
import { knownEnvironment, knownEnvironments, readEnvironments } from './product-environments.ts';

/** A deployment by its address. */
export interface DeploymentAddress {
  product: string;
  environment: string;
  name: string;
}

/** All deployments of a product, release by release, so that pages in a row read the same dossier. */
export function deploymentAddresses(product: string): DeploymentAddress[] {
  const environments = readEnvironments(product)?.environments ?? [];
  return environments
    .flatMap(({ environment, timeline }) =>
      timeline.map(({ record }) => ({ record, environment: environment.id })),
    )
    .sort((a, b) => compareVersions(a.record.data.version, b.record.data.version))
    .map(({ record, environment }) => ({ product, environment, name: recordName(record) }));
}

/** Everything that its page is made of. */
export function readDeployment({ product, environment, name }: DeploymentAddress): DeploymentSources {
  const now = knownEnvironments(product);
  const event = knownEvent(product, environment, name);
  const { version } = event.record.data;
  // The release that was taken away is read first, so that the next page finds this one's dossier still open.
  const taken = takenAway(product, event.record.data.rollback?.from ?? null);
  return {
    event,
    now: knownEnvironment(now, environment),
    product: now,
    taken,
    dossier: readJudged(product, version)?.dossier ?? null,
    evidence: (file) => evidenceHref(product, version, file),
    files: (file) => deploymentEvidenceHref(product, environment, file),
  };
}

function takenAway(product: string, version: string | null): DeploymentSources['taken'] {
  if (version === null) return { dossier: null, note: null };
  return {
    dossier: readJudged(product, version)?.dossier ?? null,
    note: notesByVersion(product).get(version) ?? null,
  };
}

const notesByVersion = once(
  'notes of deployments',
  (product) => new Map(readNotes(product).map(({ note }): [string, Note] => [note.version, note])),
);
