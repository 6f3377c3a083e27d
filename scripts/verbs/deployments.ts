import { deploymentGaps } from '../../src/history/deployments/gaps.ts';
import { deploymentTimeline } from '../../src/history/deployments/timeline.ts';
import { Fault, type Policy } from '../../src/records/index.ts';
import { knownEnvironment } from '../deployments/command/known-environment.ts';
import { type FiledDeployment, fileDeployments } from '../deployments/file-deployments.ts';
import type { ImportContext, Observations } from '../deployments/import/context.ts';
import { knownReleases } from '../deployments/import/known-releases.ts';
import { observeFiles, observePlatform, together } from '../deployments/import/observe.ts';
import { verdictTeller } from '../deployments/verdict-now.ts';
import { readTime } from '../dossier/opening/product-time.ts';
import { connectGitHub } from '../sources/github/client.ts';
import { readDeployments } from '../store/deployment-records.ts';
import { LedgerReader } from '../store/read.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';
import { gitHubAccess } from './platform.ts';

/** What `ledger deployments` is asked for. */
export interface DeploymentsOptions {
  content: string;
  product: string;
  environment: string;
  helm: string[];
  argocd: string[];
  /** GitHub is asked as well. */
  github?: boolean;
  /** Only what GitHub has since then. */
  since?: string;
  /** The moment of filing; the clock's where it is not given. */
  now?: string;
}

/** Collects the deployments to an environment from what clusters and platforms tell. Returns the exit code. */
export async function deployments(options: DeploymentsOptions, out: Console): Promise<number> {
  const { content, product } = options;
  const now = momentOf(options.now);
  const reader = new LedgerReader(content);
  const { policy } = reader.knownPolicy(product);
  const environment = knownEnvironment(options.environment, policy).id;
  const context = { product, policy, environment, releaseOf: knownReleases(reader, product) };
  const told = await observe(options, context, now, out);
  const verdictOf = verdictTeller(reader, product, now);
  const toleranceMinutes = policy.deploymentTolerance;
  const filing = { content, product, now, verdictOf, toleranceMinutes, keepsSealed: true };
  const filed = fileDeployments(told.observed, filing);
  report({ reader, policy, environment, filed, told }, out);
  return 0;
}

async function observe(
  options: DeploymentsOptions,
  context: ImportContext,
  now: string,
  out: Console,
): Promise<Observations> {
  const { helm, argocd, github, since } = options;
  if (helm.length + argocd.length === 0 && github !== true)
    throw new Fault('nothing says where deployments are told', {
      hint: 'Write --helm FILE, --argocd FILE or --github.',
    });
  const files = observeFiles({ helm, argocd }, context);
  if (github !== true) return files;
  const from =
    since === undefined
      ? undefined
      : readTime(since, { option: '--since', timeZone: context.policy.timeZone, now, timeOfDay: '00:00' });
  const platform = connectGitHub(gitHubAccess(out));
  return together([files, await observePlatform(platform, context, from, out.progress)]);
}

interface Collected {
  reader: LedgerReader;
  policy: Policy;
  environment: string;
  filed: readonly FiledDeployment[];
  told: Observations;
}

function report({ reader, policy, environment, filed, told }: Collected, out: Console): void {
  const { product, deploymentTolerance } = policy;
  const records = readDeployments(reader.content, product, environment);
  const gaps = deploymentGaps(deploymentTimeline(records, deploymentTolerance)).map(
    ({ stream, from, to }) => ({
      stream,
      from,
      to,
    }),
  );
  if (out.json) {
    const deployed = filed.map(({ data, path, was }) => ({ ...data, path, was }));
    out.result({ product, environment, deployments: deployed, notTaken: told.notTaken, gaps });
    return;
  }
  const counts = (['new', 'completed', 'known', 'sealed'] as const).map(
    (was) => `${filed.filter((each) => each.was === was).length} ${was}`,
  );
  const lines = [
    `${product} in ${environment}: ${counts.join(', ')}.`,
    ...filed.map(lineOf),
    ...gaps.map(
      ({ stream, from, to }) => `not recorded: ${stream} ${from === to ? from : `${from} to ${to}`}`,
    ),
    ...told.notTaken.map(({ what, because }) => `not taken: ${what}: ${because}`),
    ...untold(filed, policy, environment, reader),
  ];
  out.print(`${lines.join('\n')}\n`);
}

const MARKS: Record<FiledDeployment['was'], string> = { new: '+', known: ' ', completed: '~', sealed: '!' };

function lineOf({ data, path, was }: FiledDeployment): string {
  const what = data.kind === 'rollback' ? `${data.rollback?.from ?? '?'} → ${data.version}` : data.version;
  return `${MARKS[was]} ${data.at} ${data.kind} ${what}, ${data.outcome} [${path}]`;
}

/** No cluster says why something was rolled back, and what customers should know. */
function untold(
  filed: readonly FiledDeployment[],
  policy: Policy,
  environment: string,
  reader: LedgerReader,
): string[] {
  if (!knownEnvironment(environment, policy).production) return [];
  return filed.flatMap(({ data }) => {
    const from = data.rollback?.from ?? null;
    const note = from === null || data.rollback?.bad === false ? null : reader.note(policy.product, from);
    if (note === null || note.data.withdrawn !== undefined) return [];
    const command = `ledger rollback --product ${policy.product} --environment ${environment} --release ${data.version} --from ${from} --at ${data.at}`;
    return [
      `customers do not know yet that ${from} was taken back: ${command} --because … --public-reason …`,
    ];
  });
}
