import { readGivenFile } from '../../dossier/evidence.ts';
import type { Progress } from '../../report.ts';
import type { GitHub } from '../../sources/github/client.ts';
import { askDeployments } from '../../sources/github/deployments.ts';
import { observeArgocd } from './argocd.ts';
import type { ImportContext, Observations } from './context.ts';
import { type GitHubDeployments, gitHubEnvironment, observeGithub } from './github.ts';
import { type HelmHistoryFile, observeHelm } from './helm.ts';

/** Files that tell of deployments. */
export interface DeploymentFiles {
  /** What `helm history -o json` printed; `RELEASE=FILE` where the file's name does not say which release it is of. */
  helm: readonly string[];
  /** Argo CD's applications, as JSON or YAML. */
  argocd: readonly string[];
}

/** Reads what files tell. */
export function observeFiles({ helm, argocd }: DeploymentFiles, context: ImportContext): Observations {
  return together([
    observeHelm(helm.map(helmFile), context),
    observeArgocd(argocd.map(readGivenFile), context),
  ]);
}

/** Asks GitHub for the deployments of every repository that the product's modules name. */
export async function observePlatform(
  github: GitHub,
  context: ImportContext,
  since: string | undefined,
  progress: Progress,
): Promise<Observations> {
  const answers: GitHubDeployments[] = [];
  for (const [repository, modules] of modulesByRepository(context)) {
    const question = { repository, environments: [gitHubEnvironment(context)] };
    const asked = await askDeployments(
      github,
      { ...question, ...(since !== undefined && { since }) },
      progress,
    );
    answers.push({ ...asked, modules });
  }
  return observeGithub(answers, context);
}

/** All that several sources told. */
export function together(told: readonly Observations[]): Observations {
  return {
    observed: told.flatMap(({ observed }) => observed),
    notTaken: told.flatMap(({ notTaken }) => notTaken),
  };
}

function helmFile(text: string): HelmHistoryFile {
  const [, release, file] = /^([a-z0-9][a-z0-9-]*)=(.+)$/.exec(text) ?? [];
  return release === undefined || file === undefined
    ? readGivenFile(text)
    : { ...readGivenFile(file), release };
}

function modulesByRepository({ policy }: ImportContext): Map<string, string[]> {
  const modules = new Map<string, string[]>();
  for (const { id, github } of policy.modules)
    if (github !== undefined) modules.set(github, [...(modules.get(github) ?? []), id]);
  return modules;
}
