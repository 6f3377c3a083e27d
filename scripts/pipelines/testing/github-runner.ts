import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type Contexts, evaluated, filledIn, isMet } from './expression.ts';
import { ROOT, type Scene } from './scene.ts';
import { runLines } from './shell.ts';

type Texts = Record<string, string>;

interface Step {
  id?: string;
  name?: string;
  if?: string;
  uses?: string;
  with?: Texts;
  run?: string;
  env?: Texts;
  'working-directory'?: string;
}

interface Job {
  if?: string;
  needs?: string;
  strategy?: { matrix: Record<string, unknown[]> };
  uses?: string;
  with?: Texts;
  env?: Texts;
  steps: Step[];
}

interface Workflow {
  on: { workflow_call?: { inputs: Record<string, { default?: string }> } };
  jobs: Record<string, Job>;
}

interface Action {
  inputs: Record<string, { default?: string }>;
  outputs: Record<string, { value: string }>;
  runs: { steps: Step[] };
}

/** What starts a run. */
export interface Started {
  event: { ref_name: string; inputs?: Texts };
  secrets: Texts;
  /** Inputs that a caller gives the reusable workflow besides those of its own file. */
  more?: Texts;
}

/** What a run did. */
export interface Ran {
  jobs: string[];
  said: string;
  summary: string;
}

/** A stand-in for GitHub's runner, for what our files use of it. It keeps caches, artifacts and what was published. */
export class GitHubRunner {
  private readonly scene: Scene;
  private runs = 0;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  /** Runs the workflow of a ledger's repository: its one job calls the reusable workflow. */
  async runLedger({ event, secrets, more = {} }: Started): Promise<Ran> {
    const caller = readYaml<Workflow>('scripts/pipelines/github/ledger.yml').jobs['ledger'];
    const reusable = readYaml<Workflow>('.github/workflows/release.yml');
    const given = { ...filled(caller?.with ?? {}, { inputs: event.inputs ?? {} }), ...more };
    const inputs = { ...defaultsOf(reusable.on.workflow_call?.inputs ?? {}, {}), ...given };
    return this.runJobs(reusable, { ...this.contexts(event.ref_name), inputs, secrets });
  }

  /** Runs a workflow of a product's repository. */
  async runProduct(file: string, tag: string, contexts: Contexts): Promise<Ran> {
    return this.runJobs(readYaml<Workflow>(file), { ...this.contexts(tag), ...contexts });
  }

  /** Runs the jobs of a workflow that is given as text, on the published branch. */
  async runText(text: string): Promise<Ran> {
    return this.runJobs(parse(text) as Workflow, this.contexts('main'));
  }

  /** A folder of an artifact that the last run kept. */
  artifact(name: string): string {
    return path.join(this.scene.folder, 'artifacts', name);
  }

  get published(): string {
    return path.join(this.scene.folder, 'published');
  }

  private contexts(refName: string): Record<string, unknown> {
    this.runs += 1;
    const event = { repository: { default_branch: 'main', name: 'lamps' } };
    return {
      github: {
        ...{ token: 'workflow-token', actor: 'mara', ref_name: refName, event },
        ...{ run_id: String(this.runs), run_attempt: '1' },
      },
      job: { workflow_repository: 'tool', workflow_sha: 'v1' },
    };
  }

  private async runJobs({ jobs }: Workflow, contexts: Contexts): Promise<Ran> {
    const ran: Ran = { jobs: [], said: '', summary: '' };
    for (const [id, job] of Object.entries(jobs)) {
      const isReady = job.needs === undefined || ran.jobs.includes(job.needs);
      if (!isReady || !isMet(job.if, contexts)) continue;
      ran.jobs.push(id);
      for (const matrix of variants(job)) {
        const known = { ...contexts, matrix };
        await new JobRun(this.scene, ran, filled(job.env ?? {}, known)).run(job.steps, known);
      }
    }
    return ran;
  }
}

/** A job on a machine of its own, which is gone afterwards. */
class JobRun {
  private readonly scene: Scene;
  private readonly ran: Ran;
  private readonly environment: Texts;
  private readonly machine: string;
  /** What is done once all steps went well, such as keeping caches. */
  private readonly afterwards: (() => void)[] = [];

  constructor(scene: Scene, ran: Ran, environment: Texts) {
    this.scene = scene;
    this.ran = ran;
    this.machine = path.join(scene.folder, 'machine');
    this.environment = environment;
  }

  async run(steps: readonly Step[], contexts: Contexts): Promise<void> {
    for (const place of ['work', 'temp']) mkdirSync(this.place(place), { recursive: true });
    try {
      await this.runSteps(steps, { ...contexts, runner: { temp: this.place('temp') } });
      for (const work of this.afterwards) work();
      const summary = this.place('temp/summary.md');
      if (existsSync(summary)) this.ran.summary += readFileSync(summary, 'utf8');
    } finally {
      rmSync(this.machine, { recursive: true, force: true });
    }
  }

  private place(name: string): string {
    return path.join(this.machine, name);
  }

  private async runSteps(steps: readonly Step[], contexts: Contexts): Promise<void> {
    const outputs: Record<string, { outputs: Texts }> = {};
    for (const step of steps) {
      const known = { ...contexts, steps: outputs };
      if (!isMet(step.if, known)) continue;
      const made = await this.runStep(step, known);
      if (step.id !== undefined) outputs[step.id] = { outputs: made };
    }
  }

  private async runStep(step: Step, contexts: Contexts): Promise<Texts> {
    const given = filled(step.with ?? {}, contexts);
    if (step.uses === './tool') return this.runAction(given, contexts);
    if (step.uses !== undefined) {
      this.use(step.uses.replace(/@.*/, ''), given);
      return {};
    }
    const folder = path.resolve(this.place('work'), filledIn(step['working-directory'] ?? '.', contexts));
    const temp = this.place('temp');
    const environment = {
      ...this.scene.environment,
      ...{ RUNNER_TEMP: temp, GITHUB_STEP_SUMMARY: path.join(temp, 'summary.md') },
      GITHUB_REF_NAME: evaluated('github.ref_name', contexts),
      ...this.environment,
      ...filled(step.env ?? {}, contexts),
    };
    this.ran.said += await runLines({ lines: step.run ?? '', folder, environment, shell: 'bash' });
    return {};
  }

  private async runAction(given: Texts, contexts: Contexts): Promise<Texts> {
    const action = readYaml<Action>('action.yml');
    const inputs = { ...defaultsOf(action.inputs, contexts), ...given };
    const github = { ...(contexts['github'] as object), action_path: this.place('work/tool') };
    const inside = { ...contexts, inputs, github, secrets: {} };
    await this.runSteps(action.runs.steps, inside);
    const values = Object.entries(action.outputs).map(([name, { value }]) => [name, value]);
    return filled(Object.fromEntries(values), inside);
  }

  private use(action: string, given: Texts): void {
    if (action === 'actions/checkout') this.checkOut(given);
    else if (action === 'actions/cache') this.useCache(given);
    else if (action === 'actions/upload-artifact') this.keep(given['name'] ?? '', given);
    else if (action === 'actions/download-artifact') this.fetch(given);
    else if (action === 'actions/upload-pages-artifact') this.keep('github-pages', given);
    else if (action === 'actions/deploy-pages') this.publish();
    else throw new Error(`${action} is not known here`);
  }

  private checkOut({ path: into = '.', repository = 'ledger', ref = 'main' }: Texts): void {
    const from = path.join(this.scene.folder, `${repository.replace(/^.*-ledger$/, 'tool')}.git`);
    this.scene.git(
      '.',
      'clone',
      '--quiet',
      '--branch',
      ref,
      `file://${from}`,
      path.join(this.place('work'), into),
    );
  }

  private useCache({ key = '', path: paths = '', 'restore-keys': prefix = '' }: Texts): void {
    const kept = path.join(this.scene.folder, 'caches', prefix.trim());
    const places = paths.trim().split('\n');
    const keptAt = (index: number): string => path.join(kept, String(index));
    if (!key.startsWith(prefix.trim())) throw new Error(`${key} is not found by ${prefix}`);
    for (const [index, place] of places.entries())
      if (existsSync(keptAt(index))) cpSync(keptAt(index), place, { recursive: true });
    this.afterwards.push(() => {
      for (const [index, place] of places.entries())
        if (existsSync(place)) cpSync(place, keptAt(index), { recursive: true, force: true });
    });
  }

  private keep(name: string, { path: from = '' }: Texts): void {
    const into = path.join(this.scene.folder, 'artifacts', name);
    rmSync(into, { recursive: true, force: true });
    const place = path.resolve(this.place('work'), from);
    if (existsSync(place)) cpSync(place, into, { recursive: true });
  }

  private fetch({ path: into = '.', pattern = '*' }: Texts): void {
    const from = path.join(this.scene.folder, 'artifacts');
    for (const name of readdirSync(from).filter((each) => path.matchesGlob(each, pattern)))
      cpSync(path.join(from, name), path.join(this.place('work'), into, name), { recursive: true });
  }

  private publish(): void {
    const { folder } = this.scene;
    rmSync(path.join(folder, 'published'), { recursive: true, force: true });
    cpSync(path.join(folder, 'artifacts/github-pages'), path.join(folder, 'published'), { recursive: true });
    appendFileSync(path.join(folder, 'calls', 'pages'), 'published\n');
  }
}

/** One for each value of a job's matrix, which has one axis at most here. */
function variants({ strategy }: Job): Texts[] {
  const [axis] = Object.entries(strategy?.matrix ?? {});
  return axis === undefined ? [{}] : axis[1].map((value) => ({ [axis[0]]: String(value) }));
}

function filled(texts: Texts, contexts: Contexts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, filledIn(String(text), contexts)]),
  );
}

function defaultsOf(inputs: Record<string, { default?: string }>, contexts: Contexts): Texts {
  return filled(
    Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default ?? ''])),
    contexts,
  );
}

/** A file of this repository. */
export function readYaml<Shape>(file: string): Shape {
  return parse(readFileSync(path.join(ROOT, file), 'utf8')) as Shape;
}
