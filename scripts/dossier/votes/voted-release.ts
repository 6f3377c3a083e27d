import {
  Fault,
  leadOf,
  type Opening,
  type Policy,
  type PullRequest,
  type Release,
} from '../../../src/records/index.ts';
import { DossierReader } from '../../store/dossier-reader.ts';
import type { LedgerReader } from '../../store/read.ts';
import { resolveVersion } from '../../store/versions.ts';

/** A module that votes can be about. */
export interface VotedModule {
  id: string;
  /** On the platform, in lower case. */
  repository: string | null;
  /** What it ships at, then other commits that were put up for it; none where nothing is known yet. */
  commits: string[];
  /** The image that the release was opened with. */
  digest: string | null;
}

/** The release that votes are cast on, as far as it is known. */
export interface VotedRelease {
  product: string;
  version: string;
  policy: Policy;
  release: Release | null;
  opening: Opening | null;
  /** The lead module, then the others. */
  modules: VotedModule[];
  /** The pull request that promoted it. */
  promotion: PullRequest | null;
}

/** Reads it. Throws a Fault where the release was neither harvested nor opened. */
export function readVotedRelease(reader: LedgerReader, product: string, wanted: string): VotedRelease {
  const { policy } = reader.knownPolicy(product);
  const version = resolveVersion(reader, product, wanted);
  const release = reader.release(product, version);
  const opening = new DossierReader(reader.content, product, version).opening()?.data ?? null;
  if (release === null && opening === null)
    throw new Fault(`${version} of ${product} was neither harvested nor opened`, {
      hint: `Write: ledger open --product ${product} --release ${version}, or harvest it once its tag is there.`,
    });
  return {
    product,
    version,
    policy,
    release,
    opening,
    modules: modulesOf(policy, release, opening),
    promotion: release?.promotion?.pullRequest ?? null,
  };
}

/** Every commit that a vote on the release can mean by an abbreviation. */
export function commitsOf({ modules }: VotedRelease): string[] {
  return modules.flatMap(({ commits }) => commits);
}

/** The lead module: its commit is the release's. */
export function leadModule({ modules }: VotedRelease): VotedModule {
  const [lead] = modules;
  if (lead === undefined) throw new Error('a release has a lead module');
  return lead;
}

function modulesOf(policy: Policy, release: Release | null, opening: Opening | null): VotedModule[] {
  const lead = leadOf(policy).id;
  const planned = opening?.modules?.filter(({ thirdParty }) => thirdParty !== true).map(({ id }) => id) ?? [];
  const known = release?.modules.map(({ id }) => id) ?? planned;
  const ids = known.length > 0 ? known : policy.modules.map(({ id }) => id);
  return [...new Set([lead, ...ids])].map((id) => moduleOf(id, id === lead, policy, release, opening));
}

function moduleOf(
  id: string,
  isLead: boolean,
  policy: Policy,
  release: Release | null,
  opening: Opening | null,
): VotedModule {
  const shipped = release?.modules.find((module) => module.id === id);
  const opened = opening?.modules?.find((module) => module.id === id);
  const configured = policy.modules.find((module) => module.id === id);
  const promoted = isLead && release?.promotion !== undefined ? release.promotion : null;
  const commits = [
    isLead ? release?.tag.commit : undefined,
    shipped?.commit,
    promoted?.commit,
    promoted?.staging,
    opened?.commit,
  ];
  return {
    id,
    repository: (shipped?.repository ?? configured?.github)?.toLowerCase() ?? null,
    commits: [...new Set(commits.filter((commit) => commit != null))],
    digest: opened?.digest ?? null,
  };
}
