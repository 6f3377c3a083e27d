// Dossiers as they are judged. Only the internal edition's routes import this file.
import { compareVersions, isPrerelease } from '../history/version-order.ts';
import { hexDigest } from '../population/table/digest.ts';
import { NoteSchema } from '../records/note.ts';
import type { Policy } from '../records/policy.ts';
import type { StageReport } from '../records/stage-report.ts';
import type { Dossier, JudgedNote, Recorded } from '../verdict/dossier.ts';
import { type Shipped, shippedBy } from '../verdict/rollback-facts.ts';
import { type CountedRun, countedRuns, type StageRun, stageRuns } from '../verdict/stage-runs.ts';
import { settledMoment, turningPoints, type UndatedDossier } from '../verdict/turning-points.ts';
import { judge, type Verdict } from '../verdict/verdict.ts';
import { editedFates } from '../views/dossier-view.ts';
import { readDeploymentsOf } from './deployments.ts';
import { countStages, readFiled, readStages } from './filed.ts';
import { readRecord } from './files.ts';
import {
  type ChangeRecord,
  changesOf,
  dossierVersions,
  openedVersions,
  readDossier,
  readPolicy,
} from './ledger.ts';
import { judgedAt } from './moment.ts';
import { findNote, type NoteRecord } from './notes.ts';
import { lately, once } from './once.ts';
import { apart } from './tracking.ts';
import { type VersionList, versionList } from './version-list.ts';

/** A dossier and the verdict on it. */
export interface JudgedDossier {
  dossier: Dossier;
  verdict: Verdict;
}

/** A verdict in a word: what tables of releases show. */
export type VerdictWord = Verdict['verdict'];

/** One release with its verdict; null where it was neither harvested nor opened, or no policy says how to judge it. */
export function readJudged(product: string, version: string): JudgedDossier | null {
  const key = `${product}/${version}`;
  const [{ dossier }, { verdict }] = [lastDossier(key), verdicts(key)];
  return dossier && verdict && { dossier, verdict };
}

/** The same, for a release that is known to be judged. */
export function knownJudged(product: string, version: string): JudgedDossier {
  const judged = readJudged(product, version);
  if (judged === null) throw new Error(`${product} ${version} is not judged`);
  return judged;
}

/** Versions that can be judged, the newest first: none where no policy says how. */
export const judgedVersions: VersionList = versionList('judged versions', (product) => {
  if (readPolicy(product) === null) return [];
  return [...openedVersions(product), ...dossierVersions(product)].sort((a, b) => compareVersions(b, a));
});

/** The stages of a release that have reports. */
export function runsOf(product: string, version: string): StageRun[] {
  return stageRuns(readStages(product, version));
}

/** The verdict on a release in short. */
export function readVerdict(product: string, version: string): VerdictWord | null {
  return words(`${product}/${version}`).word;
}

const words = once(
  'verdict in short',
  (key): { word: VerdictWord | null } => ({ word: verdicts(key).verdict?.verdict ?? null }),
  { kept: true },
);

/** What a release shipped; null where it cannot be judged. */
export function readShipped(product: string, version: string): Shipped | null {
  return shipments(`${product}/${version}`).shipped;
}

const shipments = once(
  'shipped',
  (key): { shipped: Shipped | null } => {
    const { dossier } = lastDossier(key);
    return { shipped: dossier && shippedBy(dossier) };
  },
  { kept: true },
);

/** One release with everything that it is judged by; null where it cannot be judged. Read anew each time. */
export function readToBeJudged(product: string, version: string): Dossier | null {
  const policy = readPolicy(product);
  if (policy === null || !judgedVersions.has(product, version)) return null;
  return { ...lastUndated(`${product}/${version}`), now: settledMoments(`${product}/${version}`).now };
}

/** The pages of a release say the same whenever they are built, as long as no time has come that counts. */
const settledMoments = once(
  'settled moment',
  (key) => {
    const [last, now] = [lastPoints(key), judgedAt()];
    return { now: settledMoment(last !== null && last <= now ? [last] : points(key), now) };
  },
  { cut: true },
);

/** Most releases have it behind them: then nobody needs to read all points again because it is later now. */
const lastPoints = once('last turning point', (key) => points(key).at(-1) ?? null, { kept: true });

const points = once('turning points', (key): string[] => turningPoints(lastUndated(key)), { kept: true });

const lastUndated = lately('undated dossier', (key): UndatedDossier => {
  const [product = '', version = ''] = key.split('/');
  const policy = readPolicy(product);
  if (policy === null) throw new Error(`${product} has no policy`);
  const { policy: data, path, digest } = policy;
  return assemble(product, version, { data, path }, digest);
});

const lastDossier = lately('dossier', (key): { dossier: Dossier | null } => {
  const [product = '', version = ''] = key.split('/');
  return { dossier: readToBeJudged(product, version) };
});

/** Judging takes longer than reading, many pages ask for it, and reasons are small: they stay, their dossier does not. */
const verdicts = once('verdict', (key): { verdict: Verdict | null } => {
  const { dossier } = lastDossier(key);
  return { verdict: dossier && judge(dossier) };
});

function assemble(
  product: string,
  version: string,
  policy: Recorded<Policy>,
  policyDigest: string,
): UndatedDossier {
  const isTagged = dossierVersions.has(product, version);
  const record = isTagged ? readDossier(product, version) : null;
  const note = findNote(product, version);
  return {
    product,
    version,
    policy,
    policyDigest,
    release: record && { data: record.release, path: record.path },
    fates: editedFates(record?.fates ?? [], note),
    note: note === undefined ? null : judgedNote(note),
    changes: isTagged ? changesOf(product, version).map(recordedChange) : [],
    stages: readStages(product, version),
    ...readFiled(product, version),
    deployments: readDeploymentsOf(product, version),
    // Told by their names alone: other releases' files stay closed.
    earlier: readEarlierVersions(product, version),
  };
}

/** Thousands of releases have thousands before them: whether those are others is told by a digest. */
function readEarlierVersions(product: string, version: string): string[] {
  earlierInShort(`${product}/${version}`);
  return apart(() => judgedVersions(product).slice((linesOfVersions(product).get(version)?.place ?? -1) + 1));
}

const earlierInShort = once(
  'earlier versions',
  (key) => {
    const [product = '', version = ''] = key.split('/');
    return linesOfVersions(product).get(version)?.below ?? null;
  },
  { cut: true },
);

/** Each judged version with its place among all, the newest first, and a digest of those below it. */
const linesOfVersions = once('versions with those below', (product) => {
  const versions = judgedVersions(product);
  const lines = new Map<string, { place: number; below: string }>();
  let below = '';
  for (const [at, version] of versions.toReversed().entries()) {
    lines.set(version, { place: versions.length - 1 - at, below });
    below = hexDigest(`${below} ${version}`);
  }
  return lines;
});

/** What pages keep of a note is its text taken apart; the rules read it as it stands. */
function judgedNote({ note, body: parsed, path }: NoteRecord): JudgedNote {
  const { body } = readRecord(NoteSchema, 'notes', note.product, note.version);
  const bullets = parsed.sections.flatMap((section) => section.bullets);
  return { data: note, path, body, bulletIds: bullets.flatMap(({ ids }) => ids) };
}

function recordedChange({ change, body, path }: ChangeRecord): Dossier['changes'][number] & { body: string } {
  return { data: change, body, path };
}

/** A report of an earlier release, to compare with. */
export interface EarlierReport {
  version: string;
  report: StageReport;
}

/** What the newest earlier final release measured at a stage; null where none has it. */
export function readEarlierReport(
  { product, earlier }: Dossier,
  stage: StageReport['stage'],
  module: string | null,
): EarlierReport | null {
  for (const version of earlier.filter((candidate) => !isPrerelease(candidate))) {
    const run = earlierRuns(`${product}/${version}`).find(
      (candidate) => candidate.stage === stage && candidate.module === module,
    );
    if (run !== undefined) return { version, report: run.counts.data };
  }
  return null;
}

/** Runs of earlier releases, kept while the pages of one release's stages look at them. */
const earlierRuns = once(
  'runs of earlier releases',
  (key) => {
    const [product = '', version = ''] = key.split('/');
    return countedRuns(readStages(product, version));
  },
  { room: 32 },
);

/** What the last final releases of a product measured, the oldest first; only those that have reports. */
export function readMeasured(product: string, count: number): { version: string; runs: CountedRun[] }[] {
  const finals = dossierVersions(product).filter((version) => !isPrerelease(version));
  const reported = finals.filter((version) => countStages(product, version) > 0).slice(0, count);
  return reported.reverse().map((version) => ({ version, runs: countedRuns(readStages(product, version)) }));
}
