import { leadOf, type Opening, type Release } from '../records/index.ts';
import { type DigestGroup, digestGroups, digestsIn } from './digest-groups.ts';
import type { Dossier } from './dossier.ts';
import { type CountedRun, countedRuns } from './stage-runs.ts';

/** What ships of one module: what evidence and votes have to be of. */
export interface ShippingModule {
  id: string;
  moved: boolean;
  /** Null where nothing says it. */
  version: string | null;
  /** The commit that ships, then those that have the same files; none where it is not known. */
  commits: readonly string[];
  /** Images that the counted reports on that commit name: more than one contradict each other. */
  images: readonly DigestGroup[];
}

/** What ships, in a form to look things up in. */
export interface Shipping {
  modules: ReadonlyMap<string, ShippingModule>;
  /** Its commit is the release's. */
  lead: ShippingModule;
  /** What has to be shown to be good: the modules that moved, or the lead where none did. */
  judged: readonly ShippingModule[];
}

type Planned = Omit<ShippingModule, 'images'> & { digest?: string | undefined };

/**
 * What a release ships: by its tag, or before there is one by its opening. Digests are joined to commits by reports
 * that name both; the reports of the whole release speak of the lead module.
 */
export function shippingOf(dossier: Dossier): Shipping {
  const planned = plannedModules(dossier);
  const runs = countedRuns(dossier.stages);
  const leadId = leadOf(dossier.policy.data).id;
  const modules = planned.map(({ digest, ...module }) => ({
    ...module,
    images: imagesOf(module.commits, digest, runs.filter(isRunOf(module.id, leadId))),
  }));
  const lead = modules.find(({ id }) => id === leadId) ?? nothingOf(leadId, dossier.version);
  const moved = modules.filter((module) => module.moved);
  return {
    modules: new Map(modules.map((module) => [module.id, module])),
    lead,
    judged: moved.length > 0 ? moved : [lead],
  };
}

/** Whether any of a module's images goes by this digest. */
export function hasDigest({ images }: ShippingModule, digest: string): boolean {
  return images.some((group) => group.has(digest));
}

type OpenedModule = NonNullable<Opening['modules']>[number];

/** A lead module that the release does not list. */
function nothingOf(id: string, version: string): ShippingModule {
  return { id, version, moved: false, commits: [], images: [] };
}

function plannedModules(dossier: Dossier): Planned[] {
  const { release, opening, policy, version } = dossier;
  const leadId = leadOf(policy.data).id;
  if (release !== null) return taggedModules(release.data, leadId);
  const opened = opening?.data.modules?.filter(({ thirdParty }) => thirdParty !== true);
  return (opened ?? policy.data.modules.map(({ id }): OpenedModule => ({ id }))).map((module) =>
    openedModule(module, module.id === leadId ? version : null),
  );
}

function openedModule({ id, version, commit, digest }: OpenedModule, known: string | null): Planned {
  const commits = commit === undefined ? [] : [commit];
  return { id, moved: true, version: version ?? known, commits, digest };
}

function taggedModules(release: Release, leadId: string): Planned[] {
  return release.modules.map(({ id, moved, version, commit }) => {
    if (id === leadId) return { id, moved, version, commits: releaseCommits(release) };
    return { id, moved, version, commits: commit === null ? [] : [commit] };
  });
}

/** What was tested on the staging branch was tested on the release, where its merge has the same files. */
function releaseCommits({ tag, promotion }: Release): string[] {
  const isSame = promotion?.sameTree === true && promotion.commit === tag.commit;
  return isSame ? [tag.commit, promotion.staging] : [tag.commit];
}

function isRunOf(id: string, leadId: string) {
  return ({ module }: CountedRun): boolean => (module ?? leadId) === id;
}

/** A report without a commit may add names to an image, but cannot say that the image is of the commit. */
function imagesOf(
  commits: readonly string[],
  planned: string | undefined,
  runs: readonly CountedRun[],
): DigestGroup[] {
  const named = runs.map(({ counts: { data } }) => ({ commit: data.commit, names: digestsIn(data) }));
  const ofCommit = [
    ...(planned === undefined ? [] : [[planned]]),
    ...named.flatMap(({ commit, names }) => (commit && commits.includes(commit) ? [names] : [])),
  ];
  const ofNone = named.flatMap(({ commit, names }) => (commit === undefined ? [names] : []));
  const known = new Set(ofCommit.flat());
  return digestGroups([...ofCommit, ...ofNone]).filter((group) => !group.isDisjointFrom(known));
}
