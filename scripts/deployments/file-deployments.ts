import type { RecordedDeployment } from '../../src/history/deployments/timeline.ts';
import { evidenceName } from '../../src/history/evidence-name.ts';
import { type Deployment, SCHEMA_VERSION } from '../../src/records/index.ts';
import { readDeployments, readDeploymentsTo } from '../store/deployment-records.ts';
import { ledgerPaths } from '../store/paths.ts';
import { type Transaction, writeAllOrNothing } from '../store/transaction.ts';
import { deploymentName, deploymentText } from './deployment-file.ts';
import { joinDeployment, RANK, toldBy } from './join.ts';
import type { ObservedDeployment } from './observed.ts';
import { matchDeployments } from './same-event.ts';

/** A deployment and its record. */
export interface FiledDeployment extends RecordedDeployment {
  /** "new"; "known" as it is; "completed" with what was learnt since; or "sealed" before that was learnt. */
  was: 'new' | 'known' | 'completed' | 'sealed';
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
  /** A machine that collects goes on where a record is sealed; what a person says has to be written, or refused. */
  keepsSealed?: boolean;
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
    const written = filed.map((each) => writeOne(transaction, filing, each));
    alsoWrite(transaction);
    return [...new Map(written.map((deployment) => [deployment.path, deployment])).values()];
  });
}

interface Filed {
  deployment: FiledDeployment;
  evidence: ObservedDeployment['toldBy'] | undefined;
}

/** Source by source, so that each finds what the others told just now. */
function fileInto(environment: string, seen: readonly ObservedDeployment[], filing: Filing): Filed[] {
  const records = new Map(
    recordsFor(environment, seen, filing).map((record) => [record.path, record] as const),
  );
  const filed = new Map<string, Filed[]>();
  for (const kind of RANK) {
    const ofKind = seen.filter(({ source }) => source.kind === kind);
    for (const [each, record] of matchDeployments(ofKind, [...records.values()], filing.toleranceMinutes)) {
      const current = record === null ? null : (records.get(record.path) ?? record);
      const deployment = current === null ? newRecord(each, records, filing) : completed(current, each);
      records.set(deployment.path, deployment);
      const earlier = filed.get(deployment.path) ?? [];
      filed.set(deployment.path, [...earlier, { deployment, evidence: each.toldBy }]);
    }
  }
  return [...filed.values()].flatMap(together);
}

/** Whoever runs a command says which version he deployed; only a tool's own number may be found at another one. */
function recordsFor(
  environment: string,
  seen: readonly ObservedDeployment[],
  { content, product }: Filing,
): RecordedDeployment[] {
  if (seen.some(({ source }) => source.kind !== 'command'))
    return readDeployments(content, product, environment);
  return readDeploymentsTo(
    content,
    product,
    environment,
    seen.map(({ version }) => version),
  );
}

/** What several sources told of one deployment is one record; each keeps the file that told of it. */
function together(filed: readonly Filed[]): Filed[] {
  const was = filed.some(({ deployment }) => deployment.was === 'new')
    ? 'new'
    : filed.some(({ deployment }) => deployment.was === 'completed')
      ? 'completed'
      : 'known';
  const last = filed.at(-1)?.deployment;
  return last === undefined ? [] : filed.map(({ evidence }) => ({ deployment: { ...last, was }, evidence }));
}

function newRecord(
  seen: ObservedDeployment,
  records: ReadonlyMap<string, RecordedDeployment>,
  filing: Filing,
): FiledDeployment {
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
  return { data, body, path: freePath(data, records), was: 'new' };
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
function freePath(data: Deployment, taken: ReadonlyMap<string, RecordedDeployment>): string {
  const { deployment } = ledgerPaths(data.product);
  const name = deploymentName(data);
  let path = deployment(data.environment, name);
  for (let count = 2; taken.has(path); count += 1) path = deployment(data.environment, `${name}-${count}`);
  return path;
}

function writeOne(
  transaction: Transaction,
  { product, keepsSealed = false }: Filing,
  { deployment, evidence }: Filed,
): FiledDeployment {
  const { data, body, path, was } = deployment;
  if (was === 'known') return deployment;
  const text = deploymentText(data, body);
  if (!keepsSealed) transaction.write(path, text);
  else if (!transaction.writeUnlessSealed(path, text)) return { ...deployment, was: 'sealed' };
  if (evidence !== undefined)
    transaction.writeBytes(
      ledgerPaths(product).deploymentEvidence(data.environment, evidenceName(evidence)),
      evidence.bytes,
    );
  return deployment;
}
