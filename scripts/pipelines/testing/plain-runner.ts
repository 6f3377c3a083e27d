import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readYaml } from './github-runner.ts';
import { ROOT, type Scene } from './scene.ts';
import { runLines } from './shell.ts';

type Texts = Record<string, string>;

/** A checkout of the ledger as a build server makes it, in which the lines of a job run one after the other. */
export class Checkout {
  readonly folder: string;
  private readonly scene: Scene;
  private readonly environment: Texts;
  private readonly kept: string;

  /** `kept` names what stays from run to run; nothing else of an earlier checkout does. */
  constructor(scene: Scene, kept: string, environment: (folder: string) => Texts) {
    this.scene = scene;
    this.folder = path.join(scene.folder, 'checkout');
    this.kept = path.join(scene.folder, `kept-${kept}`);
    this.environment = environment(this.folder);
    rmSync(this.folder, { recursive: true, force: true });
    scene.git('.', 'clone', '--quiet', '--single-branch', '--branch', 'main', scene.ledger, this.folder);
    // As servers do: the commit, and no branch.
    scene.git('checkout', 'checkout', '--quiet', '--detach');
    scene.git('checkout', 'branch', '--quiet', '--delete', '--force', 'main');
    if (existsSync(this.kept)) cpSync(this.kept, this.place('.release-ledger'), { recursive: true });
  }

  place(name: string): string {
    return path.join(this.folder, name);
  }

  /** Runs blocks of lines, keeps what stays, and returns what was said. */
  async run(blocks: readonly string[], shell: 'bash' | 'sh'): Promise<string> {
    const environment = { ...this.scene.environment, ...this.environment };
    let said = '';
    for (const lines of blocks) said += await runLines({ lines, folder: this.folder, environment, shell });
    if (existsSync(this.place('.release-ledger')))
      cpSync(this.place('.release-ledger'), this.kept, { recursive: true });
    return said;
  }
}

interface GitLabJob {
  extends?: string;
  variables?: Texts;
  before_script?: string[];
  script: string[];
}

/** A job of the ledger's GitLab pipeline, with the variables that the file declares and those of the server. */
export async function runGitLabJob(
  scene: Scene,
  id: string,
  given: Texts,
): Promise<{ said: string; at: Checkout }> {
  const file = readYaml<Record<string, GitLabJob> & { variables: Texts }>(
    'scripts/pipelines/gitlab/ledger.gitlab-ci.yml',
  );
  const job = file[id];
  if (job === undefined) throw new Error(`there is no job ${id}`);
  const base = job.extends === undefined ? undefined : file[job.extends];
  const at = new Checkout(scene, `gitlab-${id}`, (folder) => {
    const server = {
      CI_PROJECT_DIR: folder,
      CI_PROJECT_URL: scene.ledger.replace(/\.git$/, ''),
      CI_DEFAULT_BRANCH: 'main',
    };
    return expanded({ ...server, ...file.variables, ...job.variables, ...given });
  });
  const lines = [...(base?.before_script ?? []), ...job.script].join('\n');
  return { said: await at.run([lines], 'bash'), at };
}

/** Variables may name others; those of whoever starts the pipeline come before those of the file. */
function expanded(variables: Texts): Texts {
  const fill = (text: string, depth: number): string =>
    depth === 0
      ? text
      : text.replace(/\$(\w+)/g, (_whole, name: string) => fill(variables[name] ?? '', depth - 1));
  return Object.fromEntries(Object.entries(variables).map(([name, text]) => [name, fill(text, 5)]));
}

/** The shell blocks of stages of the Jenkinsfile, with the environment that the file declares. */
export async function runJenkinsStages(
  scene: Scene,
  stages: readonly string[],
  given: { parameters: Texts; environment: Texts },
): Promise<{ said: string; at: Checkout }> {
  const file = readFileSync(path.join(ROOT, 'scripts/pipelines/jenkins/Jenkinsfile'), 'utf8');
  const { parameters } = given;
  const at = new Checkout(scene, 'jenkins', (folder) => ({
    ...declared(file, { env: { WORKSPACE: folder }, params: parameters }),
    ...parameters,
    ...given.environment,
  }));
  return {
    said: await at.run(
      stages.flatMap((stage) => shellBlocks(file, stage)),
      'sh',
    ),
    at,
  };
}

/** The names and values of the block "environment". */
export function declared(file: string, known: Record<string, Texts>): Texts {
  const [, block = ''] = /\n {2}environment \{\n(.*?)\n {2}\}/s.exec(file) ?? [];
  const pairs = [...block.matchAll(/^ {4}(\w+) = (?:'(.*)'|"(.*)")$/gm)].map(
    ([, name = '', plain, filled]) => {
      const value = filled?.replace(
        /\$\{(\w+)\.(\w+)\}/g,
        (_whole, from: string, key: string) => known[from]?.[key] ?? '',
      );
      return [name, plain ?? value ?? ''];
    },
  );
  return Object.fromEntries(pairs);
}

/** What a stage gives to the shell, as it stands. */
export function shellBlocks(file: string, stage: string): string[] {
  const after = file.split(`stage('${stage}') {`)[1] ?? '';
  const [own = ''] = after.split(/\n {4}stage\(/);
  return [...own.matchAll(/\bsh '''\n(.*?)'''/gs)].map(([, lines = '']) => lines);
}
