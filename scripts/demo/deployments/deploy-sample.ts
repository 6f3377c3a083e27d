import path from 'node:path';
import { releaseModules } from '../../deployments/command/release-modules.ts';
import type { World } from '../../github-stand-in/index.ts';
import { LedgerReader } from '../../store/read.ts';
import type { Console } from '../../verbs/console.ts';
import { type DeployOptions, deploy } from '../../verbs/deploy.ts';
import { type DeploymentsOptions, deployments } from '../../verbs/deployments.ts';
import { rollback } from '../../verbs/rollback.ts';
import { withPlatform } from '../platform-harvest.ts';
import { manifestOf } from '../reports/image.ts';
import { minutesAfter } from '../reports/moments.ts';
import { SAMPLE_NOW } from '../sample-day.ts';
import { DIRECTOR_DEPLOYMENTS } from './director.ts';
import { LITMUS_DEPLOYMENTS } from './litmus.ts';
import { OPENEBS_DEPLOYMENTS } from './openebs.ts';
import { withDeployments } from './platform-deployments.ts';
import type { SampleDeployment } from './sample-deployment.ts';
import { checkDeployments } from './sanity-checks.ts';
import { writeToldFiles } from './told-files.ts';

/** Records the deployments of the sample: as people did, then what clusters and the platform remember besides. */
export async function deploySample(
  { content, folder, platform }: { content: string; folder: string; platform: World },
  out: Console,
): Promise<void> {
  await typeCommands(content, out);
  await checkDeployments(content, path.join(folder, 'checks'), out);
  const { helm, argocd } = await writeToldFiles(path.join(folder, 'deployments'));
  const collect = async (product: string, environment: string, from: Partial<DeploymentsOptions>) =>
    deployments({ content, product, environment, helm: [], argocd: [], ...from, now: SAMPLE_NOW }, out);
  await collect('director', 'production', { helm: [helm] });
  await collect('litmus', 'preview', { argocd: [argocd] });
  await withPlatform(withDeployments(platform, content), () => collect('openebs', 'soak', { github: true }));
}

/** In the order in which they happened. */
async function typeCommands(content: string, out: Console): Promise<void> {
  const all = [...DIRECTOR_DEPLOYMENTS, ...LITMUS_DEPLOYMENTS, ...OPENEBS_DEPLOYMENTS];
  for (const each of all.sort((a, b) => (a.at < b.at ? -1 : 1))) {
    const code = await record(each, content, out);
    if (code !== 0)
      throw new Error(`${each.product} ${each.release} in ${each.environment} ended with ${code}`);
  }
}

function record(sample: SampleDeployment, content: string, out: Console): Promise<number> {
  const course = courseOf(sample, content);
  const { migrated, because, rollback: why } = sample;
  if (why === undefined)
    return deploy(
      {
        ...course,
        ...(because !== undefined && { because }),
        ...(migrated !== undefined && {
          migratedFrom: migrated.from,
          migratedTo: migrated.to,
          keptUntil: migrated.keptUntil,
        }),
      },
      out,
    );
  const { trigger, ...rest } = why;
  const cause = trigger === undefined ? {} : { trigger: trigger[0], what: trigger[1] };
  return rollback({ ...course, ...rest, ...cause }, out);
}

function courseOf(sample: SampleDeployment, content: string): DeployOptions {
  const { product, environment, release, at, finished, outcome, steps = [], by, part } = sample;
  return {
    ...{ content, product, environment, release, at, by, ranBy: by },
    module: modulesOf(sample, content),
    ...(part !== undefined && { part: true }),
    ...(finished !== undefined && { finished }),
    ...(outcome !== undefined && { outcome }),
    step: steps.map(([weight, time]) => `${weight}@${at.slice(0, 10)}T${time}:00+00:00`),
    url: `https://deploy.example.org/${product}/${environment}/${at.slice(0, 10)}`,
    now: earlier(minutesAfter(finished ?? at, 1), SAMPLE_NOW),
  };
}

function earlier(left: string, right: string): string {
  return left < right ? left : right;
}

/** Names each module's image as the registry does, as `kubectl` would tell it. */
function modulesOf(sample: SampleDeployment, content: string): string[] {
  const { product, release, part, withoutImages, revision } = sample;
  if (withoutImages) return [];
  const all = releaseModules(new LedgerReader(content), product, release);
  const modules = all.filter(({ id }) => part === undefined || part.includes(id));
  const named = modules.map(({ id, version, commit }) => {
    const image = commit === undefined ? '' : `@${manifestOf({ module: id, version, commit, builtAt: '' })}`;
    return `${id}=${version}${image}${id === product && revision !== undefined ? `#${revision}` : ''}`;
  });
  return [...named, ...(part ?? []).filter((each) => each.includes('='))];
}
