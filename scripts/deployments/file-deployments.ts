import type { RecordedDeployment } from '../../src/history/deployments/timeline.ts';
import { evidenceName } from '../../src/history/evidence-name.ts';
import { type Deployment, SCHEMA_VERSION } from '../../src/records/index.ts';
import { readDeployments } from '../store/deployment-records.ts';
import { ledgerPaths } from '../store/paths.ts';
import { type Transaction, writeAllOrNothing } from '../store/transaction.ts';
import { deploymentName, deploymentText } from './deployment-file.ts';
import { joinDeployment, toldBy } from './join.ts';
import type { ObservedDeployment } from './observed.ts';
import { matchDeployments } from './same-event.ts';

/** A deployment and its record. */
export interface FiledDeployment extends RecordedDeployment {
  /** "new"; "known" as it is; or "completed" with what was learnt since. */
  was: 'new' | 'known' | 'completed';
}

/** What filing needs to know. */
export interface Filing {
  content: string;
  product: string;
  toleranceMinutes: number;
  /** When it is filed. */
  now: string;
  /** What the ledger says of a release now; null for one that it does not know. */
  verdictOf(version: string): NonNullable<Deployment['verdictThen']> | null;
}

/**
 * Puts deployments into their environments' records, all or nothing: each deployment once, whoever told of it. `alsoWrite`
 * adds to the same transaction.
 */
export function fileDeployments(
  seen: readonly ObservedDeployment[],
  filing: Filing,
  alsoWrite: (transaction: Transaction) => void = () => undefined,
): FiledDeployment[] {
  return writeAllOrNothing(filing.content, (transaction) => {
    const environments = [...new Set(seen.map(({ environment }) => environment))].sort();
    const filed = environments.flatMap((environment) =>
      fileInto(
        environment,
        seen.filter((each) => each.environment === environment),
        filing,
      ),
    );
    for (const { deployment, evidence } of filed) writeOne(transaction, filing.product, deployment, evidence);
    alsoWrite(transaction);
    return filed.map(({ deployment }) => deployment);
  });
}

interface Filed {
  deployment: FiledDeployment;
  evidence: ObservedDeployment['toldBy'] | undefined;
}

function fileInto(environment: string, seen: readonly ObservedDeployment[], filing: Filing): Filed[] {
  const { content, product } = filing;
  const records = readDeployments(content, product, environment);
  const names = new Set(records.map(({ path }) => path));
  return matchDeployments(seen, records, filing.toleranceMinutes).map(([each, record]) => ({
    deployment: record === null ? newRecord(each, names, filing) : completed(record, each),
    evidence: each.toldBy,
  }));
}

function newRecord(seen: ObservedDeployment, taken: Set<string>, filing: Filing): FiledDeployment {
  const { source, toldBy: _, body, ...facts } = seen;
  const verdictThen = filing.verdictOf(seen.version);
  const data: Deployment = {
    schema: SCHEMA_VERSION,
    ...facts,
    ...toldBy([source]),
    filedAt: filing.now,
    ...(verdictThen !== null && { verdictThen }),
    sources: [source],
  };
  const path = freePath(data, taken);
  taken.add(path);
  return { data, body, path, was: 'new' };
}

function completed(record: RecordedDeployment, seen: ObservedDeployment): FiledDeployment {
  const data = joinDeployment(record.data, seen);
  const body = joinedBody(record.body.trim(), seen.body.trim());
  const isKnown = deploymentText(data, body) === deploymentText(record.data, record.body);
  return { data, body, path: record.path, was: isKnown ? 'known' : 'completed' };
}

/** What was written stays; what is new stands below it. */
function joinedBody(known: string, seen: string): string {
  if (known === '' || known.includes(seen)) return known || seen;
  return `${known}\n\n${seen}`;
}

/** Two deployments of one version may begin in one second. */
function freePath(data: Deployment, taken: ReadonlySet<string>): string {
  const { deployment } = ledgerPaths(data.product);
  const name = deploymentName(data);
  let path = deployment(data.environment, name);
  for (let count = 2; taken.has(path); count += 1) path = deployment(data.environment, `${name}-${count}`);
  return path;
}

function writeOne(
  transaction: Transaction,
  product: string,
  { data, body, path, was }: FiledDeployment,
  evidence: ObservedDeployment['toldBy'] | undefined,
): void {
  if (was === 'known') return;
  transaction.write(path, deploymentText(data, body));
  if (evidence !== undefined)
    transaction.writeBytes(
      ledgerPaths(product).deploymentEvidence(data.environment, evidenceName(evidence)),
      evidence.bytes,
    );
}
