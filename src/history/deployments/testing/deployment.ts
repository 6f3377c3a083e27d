import { type DeploymentInput, DeploymentSchema } from '../../../records/index.ts';
import { type DeploymentEvent, deploymentTimeline, type RecordedDeployment } from '../timeline.ts';
import { PRODUCT, TOLERANCE } from './constants.ts';

type ModuleInput = DeploymentInput['modules'][number];

/** What a test says of a deployment; times as "10:30" on the first of June 2026, or in full. */
export interface DeploymentWords extends Partial<Omit<DeploymentInput, 'modules' | 'at' | 'finishedAt'>> {
  at: string;
  finishedAt?: string;
  /** "api 1.2.0", or with more about it. */
  modules?: readonly (string | ModuleInput)[];
}

/** A record of a deployment that succeeded, where nothing else is said: of api and db, at the release's version. */
export function deployed(version: string, words: DeploymentWords): RecordedDeployment {
  const { at, finishedAt, modules = [`api ${version}`, `db ${version}`], ...more } = words;
  const began = time(at);
  const ended = finishedAt === undefined ? {} : { finishedAt: time(finishedAt) };
  const outcome = more.outcome ?? 'succeeded';
  const input: DeploymentInput = {
    ...{ schema: 1, product: PRODUCT, environment: 'production', kind: 'deploy', version },
    ...{ at: began, ...ended, outcome, filedAt: ended.finishedAt ?? began, modules: modules.map(moduleOf) },
    sources: [{ kind: 'command', at: began, ...ended, outcome, ranBy: 'pipeline' }],
    ...more,
  };
  return recordOf(input, modules);
}

/** A rollback's record: to a version, from another. */
export function rolledBack(to: string, from: string | null, words: DeploymentWords): RecordedDeployment {
  return deployed(to, { ...words, kind: 'rollback', rollback: { ...words.rollback, from } });
}

/** The events of some records, in order. */
export function timelineOf(...records: RecordedDeployment[]): DeploymentEvent[] {
  return deploymentTimeline(records, TOLERANCE);
}

/** "10:30" on the sample day, as records write it. */
export function time(words: string): string {
  return words.includes('T') ? words : `2026-06-01T${words}:00+00:00`;
}

/** A digest made of a word. */
export function digestOf(word: string): string {
  const hex = [...word].map((letter) => letter.charCodeAt(0).toString(16)).join('');
  return `sha256:${hex.padEnd(64, '0').slice(-64)}`;
}

/** Each module has the image of its version. */
function moduleOf(words: string | ModuleInput): ModuleInput {
  if (typeof words !== 'string') return words;
  const [id = '', version = ''] = words.split(' ');
  return { id, version, digest: digestOf(words) };
}

function recordOf(input: DeploymentInput, modules: readonly (string | ModuleInput)[]): RecordedDeployment {
  const stamp = input.at.slice(0, 19).replaceAll(':', '');
  const part = input.part ? `-${modules.map((words) => moduleOf(words).id).join('-')}` : '';
  const path = `ledger/${PRODUCT}/deployments/${input.environment}/${stamp}-${input.version}${part}.md`;
  return { data: DeploymentSchema.parse(input), path, body: '' };
}
