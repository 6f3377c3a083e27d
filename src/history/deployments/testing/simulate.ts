import type { Deployment, DeploymentInput } from '../../../records/index.ts';
import type { RecordedDeployment } from '../timeline.ts';
import { type EnvironmentId, MODULES, type ModuleId, PRODUCT, RELEASES } from './constants.ts';
import { deployed, digestOf } from './deployment.ts';

/** Something that was done in an environment. */
export interface SimulatedStep {
  environment: EnvironmentId;
  kind: Deployment['kind'];
  outcome: Deployment['outcome'];
  /** Which of the releases. */
  release: number;
  /** Only these modules; null for all that the release has. */
  part: readonly ModuleId[] | null;
  /** Since the step before it in the environment began, by a clock that is right. */
  afterSeconds: number;
  /** Null where nobody wrote down when it ended. */
  lastsSeconds: number | null;
  /** How wrong the clock was that told. */
  skewSeconds: number;
  /** Until it was filed. */
  filedAfterSeconds: number;
  /** Which image of the version; null where nobody recorded one. */
  build: number | null;
  bad: boolean | null;
  knowsFrom: boolean;
}

/** A record, and what is true of it whatever its clock says. */
export interface SimulatedDeployment {
  record: RecordedDeployment;
  /** How many came before it in its environment. */
  order: number;
  /** The same for all whose numbers are of one count: an environment that could not be spawned has one of its own. */
  generation: number;
}

/** What an environment's machines know. */
interface Machines {
  now: number;
  order: number;
  generation: number;
  revisions: Map<string, number>;
  application: number;
  last: string;
}

/** Plays steps through, and has each recorded by a clock that may be wrong and by numbers that are right. */
export function simulate(steps: readonly SimulatedStep[], start: string): SimulatedDeployment[] {
  const machines = new Map<EnvironmentId, Machines>();
  let generation = 0;
  return steps.map((step) => {
    const machine = machines.get(step.environment) ?? spawned(Date.parse(start), 0, 0);
    machine.now += step.afterSeconds * 1000;
    if (step.kind === 'migrate') generation += 1;
    const next = step.kind === 'migrate' ? spawned(machine.now, machine.order, generation) : machine;
    const simulated = { record: recorded(step, next), order: next.order, generation: next.generation };
    if (step.outcome === 'succeeded') next.last = releaseOf(step);
    next.order += 1;
    machine.order = next.order;
    machines.set(step.environment, step.outcome === 'failed' ? machine : next);
    return simulated;
  });
}

function spawned(now: number, order: number, generation: number): Machines {
  return { now, order, generation, revisions: new Map(), application: 0, last: RELEASES[0] };
}

function recorded(step: SimulatedStep, machines: Machines): RecordedDeployment {
  const began = machines.now + step.skewSeconds * 1000;
  const at = instantOf(began);
  const version = releaseOf(step);
  const ended = step.lastsSeconds === null ? began : began + step.lastsSeconds * 1000;
  const record = deployed(version, {
    ...{ at, environment: step.environment, kind: step.kind, outcome: step.outcome },
    ...(step.lastsSeconds === null ? {} : { finishedAt: instantOf(ended) }),
    ...(step.part === null ? {} : { part: true as const }),
    ...aboutKind(step, machines),
    modules: modulesOf(step, machines),
    filedAt: instantOf(ended + step.filedAfterSeconds * 1000),
    sources: [argoSource(at, step, machines)],
  });
  return { ...record, path: record.path.replace(/\.md$/, `-${machines.order}.md`) };
}

function argoSource(
  at: string,
  { environment, outcome, part }: SimulatedStep,
  machines: Machines,
): DeploymentInput['sources'][number] {
  if (part !== null) return { kind: 'command', at, outcome, ranBy: 'pipeline' };
  const id = machines.application;
  machines.application += 1;
  const file = { file: 'application.json', digest: digestOf(environment) };
  return { kind: 'argocd', at, outcome, application: `${PRODUCT}-${environment}`, id, ...file };
}

function aboutKind(
  { kind, bad, knowsFrom }: SimulatedStep,
  { last }: Machines,
): Pick<DeploymentInput, 'rollback' | 'migration'> {
  if (kind === 'migrate') return { migration: { from: 'cluster-1', to: 'cluster-2' } };
  if (kind === 'deploy') return {};
  return { rollback: { from: knowsFrom ? last : null, ...(bad === null ? {} : { bad }) } };
}

/** The last module came with the fourth release; the first moves with every second one. */
function modulesOf(step: SimulatedStep, { revisions }: Machines): DeploymentInput['modules'] {
  const ids = step.part ?? MODULES.filter((id) => id !== 'edge' || step.release >= 3);
  return ids.map((id) => {
    const revision = (revisions.get(id) ?? 0) + 1;
    revisions.set(id, revision);
    const version = RELEASES[id === 'db' ? step.release - (step.release % 2) : step.release] ?? RELEASES[0];
    const image = step.build === null ? {} : { digest: digestOf(`${id}${version}${step.build}`) };
    return { id, version, revision, ...image };
  });
}

function releaseOf({ release }: SimulatedStep): string {
  return RELEASES[release] ?? RELEASES[0];
}

function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', '+00:00');
}
