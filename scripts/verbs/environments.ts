import { type Drift, driftAt, type EnvironmentTimeline } from '../../src/history/deployments/drift.ts';
import { deploymentGaps } from '../../src/history/deployments/gaps.ts';
import { type LastKnownGood, lastKnownGood } from '../../src/history/deployments/last-known-good.ts';
import { type Running, runningAt } from '../../src/history/deployments/running.ts';
import type { DeploymentEvent } from '../../src/history/deployments/timeline.ts';
import { toInstant } from '../../src/history/product-clock.ts';
import { Fault, type Policy } from '../../src/records/index.ts';
import type { RollbackFacts } from '../../src/verdict/rollback-facts.ts';
import { knownEnvironment } from '../deployments/command/known-environment.ts';
import { readRollbackFacts, readTimelines } from '../deployments/product-deployments.ts';
import { readTime, toldTime } from '../dossier/opening/product-time.ts';
import { LedgerReader } from '../store/read.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger environments` is asked for. */
export interface EnvironmentsOptions {
  content: string;
  product: string;
  environment?: string;
  /** The moment that is asked about; now where it is not given. */
  at?: string;
  /** The clock's time where it is not given. */
  now?: string;
}

/** What an environment was at a moment. */
interface ToldEnvironment {
  environment: string;
  release: string | null;
  since: string | null;
  mixed: boolean;
  modules: { id: string; version: string; digest: string | null; since: string; record: string }[];
  underWay: string[];
  inDoubt: string[];
  lastKnownGood: string | null;
  refused: { version: string; because: { text: string; record: string | null }[] }[];
  gaps: { stream: string; from: number; to: number }[];
}

/** Prints what runs where, or ran at a past moment, and how the environments differ. Returns the exit code. */
export async function environments(options: EnvironmentsOptions, out: Console): Promise<number> {
  const now = momentOf(options.now);
  const reader = new LedgerReader(options.content);
  const { policy } = reader.knownPolicy(options.product);
  const all = readTimelines(reader, policy);
  if (all.length === 0)
    throw new Fault(`${options.product} has no environments`, {
      hint: 'Write "environments:" into policy.md, production last.',
    });
  const at = options.at === undefined ? now : askedTime(options.at, policy, now);
  const wanted = options.environment === undefined ? null : knownEnvironment(options.environment, policy).id;
  // The verdict is that of the moment: what was known of a release then.
  const facts = readRollbackFacts(reader, policy, all, at);
  const moment = Date.parse(at);
  const shown = all.filter(({ id }) => wanted === null || id === wanted);
  const told = shown.map((each) => toldEnvironment(each, moment, facts));
  const drift = driftAt(all, moment).filter(
    ({ earlier, later }) => wanted === null || [earlier.environment, later.environment].includes(wanted),
  );
  if (out.json) out.result({ product: policy.product, at, environments: told, drift: drift.map(toldDrift) });
  else out.print(text(policy, at, told, drift));
  return 0;
}

function askedTime(text: string, { timeZone }: Policy, now: string): string {
  const at = readTime(text, { option: '--at', timeZone, now, timeOfDay: '00:00' });
  if (at <= now) return at;
  throw new Fault(`--at ${text} is still to come`, { hint: 'Ask about a moment that has been.' });
}

function toldEnvironment(
  { id, timeline }: EnvironmentTimeline,
  moment: number,
  { facts }: RollbackFacts,
): ToldEnvironment {
  const running = runningAt(timeline, moment);
  const known: LastKnownGood = lastKnownGood(timeline, moment, facts);
  const past = timeline.filter(({ began }) => began <= moment);
  return {
    environment: id,
    release: running.last?.record.data.version ?? null,
    since: running.last === null ? null : toInstant(running.last.settled),
    mixed: running.mixed,
    modules: toldModules(running),
    underWay: running.underWay.map(pathOf),
    inDoubt: running.inDoubt.map(pathOf),
    lastKnownGood: known.good?.version ?? null,
    refused: known.refused.map(({ version, because }) => ({ version, because })),
    gaps: deploymentGaps(past).map(({ stream, from, to }) => ({ stream, from, to })),
  };
}

function toldModules({ modules }: Running): ToldEnvironment['modules'] {
  return [...modules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { module, event }]) => ({
      id,
      version: module.version,
      digest: module.digest ?? null,
      since: toInstant(event.settled),
      record: pathOf(event),
    }));
}

function toldDrift({ since, ...drift }: Drift): object {
  return { ...drift, since: toInstant(since) };
}

function pathOf({ record }: DeploymentEvent): string {
  return record.path;
}

function text(policy: Policy, at: string, told: readonly ToldEnvironment[], drift: readonly Drift[]): string {
  const when = (time: string): string => toldTime(time, policy.timeZone);
  const blocks = told.map((each) => environmentText(each, when));
  const lines = drift.map((each) => `  ${driftText(each)}, since ${when(toInstant(each.since))}\n`);
  const differ = lines.length === 0 ? '' : `\nDrift\n${lines.join('')}`;
  return `${policy.product} at ${when(at)}\n${blocks.join('')}${differ}`;
}

function environmentText(each: ToldEnvironment, when: (time: string) => string): string {
  const head =
    each.release === null || each.since === null
      ? 'nothing is recorded'
      : `${each.mixed ? 'modules of several releases, the last of ' : ''}${each.release} since ${when(each.since)}`;
  const lines = [
    ...each.modules.map(
      ({ id, version, digest }) => `${id} ${version}${digest === null ? '' : ` ${digest.slice(0, 19)}`}`,
    ),
    ...each.underWay.map((record) => `under way: [${record}]`),
    ...each.inDoubt.map((record) => `in doubt: [${record}]`),
    ...each.gaps.map(
      ({ stream, from, to }) => `not recorded: ${stream} ${from === to ? from : `${from} to ${to}`}`,
    ),
    ...(each.release === null ? [] : [`last known good: ${each.lastKnownGood ?? 'none'}`]),
  ];
  return `\n${each.environment}: ${head}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function driftText({ module, kind, earlier, later }: Drift): string {
  const side = ({ environment, version, digest }: Drift['earlier']): string => {
    const image = kind === 'other image' && digest !== null ? ` ${digest.slice(0, 19)}` : '';
    return `${environment} ${version === null ? 'has none' : `${version}${image}`}`;
  };
  return `${module}: ${side(earlier)}, ${side(later)}`;
}
