import { joined } from '../../history/joined.ts';
import type { DeployedModule, StageReport } from '../../records/index.ts';
import { digestsIn } from '../../verdict/digest-groups.ts';
import type { Dossier, Recorded } from '../../verdict/dossier.ts';
import type { StageRun } from '../../verdict/stage-runs.ts';
import { pushRuns } from '../claims.ts';
import { excusedImages, waived, whyNotDeployed } from './explanations.ts';
import type { Explanation } from './finding.ts';
import {
  type FoundHere,
  knownDossier,
  type Matter,
  type PlacedDeployment,
  taggedReleases,
} from './matter.ts';

/** Images against deployments: what runs and no report names, and what was pushed and never ran. */
export function imageFindings(matter: Matter): FoundHere[] {
  return [
    ...matter.deployments.flatMap((deployment) => deployedImages(deployment, matter)),
    ...taggedReleases(matter)
      .filter((version) => !areDeployed(version, matter))
      .flatMap((version) => pushedImages(knownDossier(version, matter), matter)),
  ];
}

function deployedImages(deployment: PlacedDeployment, matter: Matter): FoundHere[] {
  const { version, at } = deployment.event.record.data;
  const doubts = imageDoubts(deployment, matter);
  if (doubts.length === 0) return [];
  const dossier = matter.records.dossierOf(version);
  const explained = waived(dossier, ['blessed-only', 'evidence-bound'], at) ?? excusedImages(dossier, at);
  return doubts.map(({ kind, text }) => found(kind, text, deployment, explained));
}

interface ImageDoubt {
  kind: 'image-unnamed' | 'image-unrecorded';
  text: string;
}

function imageDoubts({ event }: PlacedDeployment, matter: Matter): ImageDoubt[] {
  const { version, modules } = event.record.data;
  const unnamed = modules.filter((module) => !isNamed(version, module, matter));
  const unrecorded = modules.filter(({ digest }) => digest === undefined).map(({ id }) => id);
  const unnamedText = ({ id, digest }: DeployedModule) => `runs ${id} ${digest}, which no report names`;
  const unrecordedText = `does not tell which image of ${joined(unrecorded)} runs`;
  return [
    ...unnamed.map((module): ImageDoubt => ({ kind: 'image-unnamed', text: unnamedText(module) })),
    ...(unrecorded.length === 0 ? [] : [{ kind: 'image-unrecorded' as const, text: unrecordedText }]),
  ];
}

function isNamed(version: string, { id, digest }: DeployedModule, { namedImages }: Matter): boolean {
  return digest === undefined || namedImages(version, id).has(digest);
}

function found(
  kind: ImageDoubt['kind'],
  text: string,
  { event, environment }: PlacedDeployment,
  explained: Explanation | null,
): FoundHere {
  const { version, at } = event.record.data;
  const whole = `the deployment of ${version} to ${environment.id} ${text}`;
  return { kind, environment: environment.id, at, text: whole, record: event.record.path, explained };
}

function areDeployed(version: string, matter: Matter): boolean {
  const pushes = matter.records.claimsOf(version)?.pushes;
  return pushes?.every((names) => names.length === 0 || isDeployed(names, matter)) ?? false;
}

function pushedImages(dossier: Dossier, matter: Matter): FoundHere[] {
  return pushRuns(dossier.stages).flatMap((run) =>
    run.attempts.flatMap((attempt) => notDeployed(attempt, run, dossier, matter)),
  );
}

function notDeployed(
  attempt: Recorded<StageReport>,
  run: StageRun,
  dossier: Dossier,
  matter: Matter,
): FoundHere[] {
  const { data, path } = attempt;
  const names = digestsIn(data);
  const [name] = names;
  if (name === undefined || isDeployed(names, matter)) return [];
  const of = run.module === null ? '' : ` of ${run.module}`;
  return [
    {
      kind: 'image-not-deployed',
      at: data.ranAt,
      text: `${name}${of} was pushed for ${dossier.version}, and not deployed by ${matter.period.to}`,
      record: path,
      explained: laterAttempt(attempt, run, matter) ?? whyNotRun(dossier, matter),
    },
  ];
}

function isDeployed(names: readonly string[], { deployedImages }: Matter): boolean {
  return names.some((name) => deployedImages.has(name));
}

function laterAttempt(
  { data }: Recorded<StageReport>,
  { attempts }: StageRun,
  matter: Matter,
): Explanation | null {
  const later = attempts.find(
    (each) => each.data.attempt > data.attempt && isDeployed(digestsIn(each.data), matter),
  );
  if (later === undefined) return null;
  return {
    by: 'superseded',
    text: `the image of attempt ${later.data.attempt} was deployed`,
    record: later.path,
  };
}

/** What accounts for the release accounts for its images. An image of a release that runs is another matter. */
function whyNotRun(dossier: Dossier, matter: Matter): Explanation | null {
  return matter.deployedVersions.has(dossier.version) ? null : whyNotDeployed(dossier, matter);
}
