import { type LastKnownGood, lastKnownGood } from '../../src/history/deployments/last-known-good.ts';
import { type RollbackPlan, rollbackPlan } from '../../src/history/deployments/rollback-plan.ts';
import { runningAt } from '../../src/history/deployments/running.ts';
import { Fault, type Policy } from '../../src/records/index.ts';
import { publicNames, type RollbackFacts } from '../../src/verdict/rollback-facts.ts';
import { knownEnvironment } from '../deployments/command/known-environment.ts';
import { readRollbackFacts, readTimelines } from '../deployments/product-deployments.ts';
import { LedgerReader } from '../store/read.ts';
import { resolveVersion } from '../store/versions.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger rollback-plan` is asked for. */
export interface RollbackPlanOptions {
  content: string;
  product: string;
  environment: string;
  /** The release to go back to; the last known good one before what runs where it is not given. */
  to?: string;
  format: 'text' | 'json';
  /** The moment of planning; the clock's where it is not given. */
  now?: string;
}

/**
 * Prints how to roll an environment back, for a person: it touches no cluster. Returns the exit code, which is 1 for a
 * plan that is not safe.
 */
export async function planRollback(options: RollbackPlanOptions, out: Console): Promise<number> {
  const now = momentOf(options.now);
  const reader = new LedgerReader(options.content);
  const { policy } = reader.knownPolicy(options.product);
  const environment = knownEnvironment(options.environment, policy).id;
  const environments = readTimelines(reader, policy);
  const timeline = environments.find(({ id }) => id === environment)?.timeline ?? [];
  if (timeline.length === 0)
    throw new Fault(`no deployment to ${environment} is recorded`, {
      hint: 'Record what runs there: ledger deploy, or ledger deployments with what the cluster tells.',
    });
  const facts = readRollbackFacts(reader, policy, environments, now);
  const here = { policy, environment, timeline, moment: Date.parse(now) };
  const known = options.to === undefined ? goodBefore(here, facts) : null;
  const target = options.to === undefined ? known?.good?.version : wantedVersion(reader, here, options.to);
  const names = publicNames(policy.product, reader.product(policy.product));
  const plan =
    target === undefined
      ? noPlan(here, known?.refused ?? [])
      : rollbackPlan({ ...here, ...facts, target, publicNames: names });
  if (out.json || options.format === 'json') out.result(toldPlan(plan));
  else out.print(planText(plan));
  return plan.blockers.length > 0 ? 1 : 0;
}

interface Here {
  policy: Policy;
  environment: string;
  timeline: Parameters<typeof lastKnownGood>[0];
  moment: number;
}

/** A plan, or none where nothing is known that one could go back to. */
type ToldPlan = Omit<RollbackPlan, 'to'> & { to: string | null };

function goodBefore({ timeline, moment }: Here, { facts }: RollbackFacts): LastKnownGood {
  const running = runningAt(timeline, moment).last?.record.data.version;
  return lastKnownGood(timeline, moment, facts, running === undefined ? {} : { below: running });
}

function noPlan(
  { policy, environment, timeline, moment }: Here,
  refused: LastKnownGood['refused'],
): ToldPlan {
  const from = runningAt(timeline, moment).last?.record.data.version ?? null;
  const none = `no release that was deployed to ${environment} before is known to be good`;
  const because = refused.flatMap((release) => release.because);
  const blockers = [{ text: none, record: null }, ...because];
  const { product } = policy;
  return { product, environment, from, to: null, steps: [], blockers, warnings: [], customers: '' };
}

/** A release may have run here that the ledger has no dossier of. */
function wantedVersion(reader: LedgerReader, { policy, timeline }: Here, wanted: string): string {
  const ran = timeline.some(({ record }) => record.data.version === wanted);
  return ran ? wanted : resolveVersion(reader, policy.product, wanted);
}

/** The contract of `--json`. */
function toldPlan({
  product,
  environment,
  from,
  to,
  steps,
  blockers,
  warnings,
  customers,
}: ToldPlan): object {
  return { product, environment, from, to, steps, blockers, warnings, customers };
}

function planText({
  product,
  environment,
  from,
  to,
  steps,
  blockers,
  warnings,
  customers,
}: ToldPlan): string {
  const head = `${product} in ${environment}: ${from ?? 'nothing known'} → ${to ?? 'nowhere'}`;
  return [
    `${head}${blockers.length > 0 ? ', which is not safe' : ''}\n`,
    ...listed('What has to be cleared up first', blockers),
    ...listed('To be known', warnings),
    ...(steps.length > 0 ? ['\nSteps\n', ...steps.map(stepText)] : []),
    ...(customers === '' ? [] : [`\nFor customers\n  ${customers}\n`]),
  ].join('');
}

function listed(title: string, findings: RollbackPlan['blockers']): string[] {
  if (findings.length === 0) return [];
  const lines = findings.map(({ text, record }) => `  ${text}${record === null ? '' : ` [${record}]`}\n`);
  return [`\n${title}\n`, ...lines];
}

function stepText({
  order,
  module,
  version,
  digest,
  chart,
  revision,
}: RollbackPlan['steps'][number]): string {
  const details = [
    ...(digest === null ? ['image unknown'] : [digest]),
    ...(chart === null ? [] : [`chart ${chart}`]),
    ...(revision === null ? [] : [`Helm revision ${revision}`]),
  ];
  return `  ${order}. ${module} ${version} (${details.join(', ')})\n`;
}
