import type { RecordedDeployment } from '../history/deployments/timeline.ts';
import type {
  Change,
  Checklist,
  CommitFate,
  Note,
  Opening,
  Policy,
  Recovery,
  Release,
  StageReport,
  Vote,
  Waiver,
} from '../records/index.ts';

/** A record and where it stands, from the content folder on: what a reason leads to. */
export interface Recorded<Data> {
  data: Data;
  path: string;
}

/** A record whose body says something as well. */
export interface Written<Data> extends Recorded<Data> {
  body: string;
}

/** A release's note as far as it is judged. */
export interface JudgedNote extends Written<Note> {
  /** Ids that have a bullet. */
  bulletIds: readonly string[];
}

/** Everything that a release is judged by, read from disk and nothing else. */
export interface Dossier {
  product: string;
  version: string;
  policy: Recorded<Policy>;
  /** "sha256:…" of the policy's bytes. */
  policyDigest: string;
  /** Null before its tag exists. */
  release: Recorded<Release> | null;
  /** What became of each commit, after a person's edits of the note. */
  fates: readonly CommitFate[];
  /** Null where nobody opened it. */
  opening: Written<Opening> | null;
  note: JudgedNote | null;
  changes: readonly Written<Change>[];
  votes: readonly Written<Vote>[];
  stages: readonly Recorded<StageReport>[];
  checklists: readonly Written<Checklist>[];
  recovery: Written<Recovery> | null;
  waivers: readonly Written<Waiver>[];
  /**
   * Its deployments, and of each environment those before them that tell what else ran there. They come after the
   * blessing, and decide nothing of it but by what they break.
   */
  deployments: readonly RecordedDeployment[];
  /** Versions of the product's releases before this one in history, the nearest first. */
  earlier: readonly string[];
  /** The moment at which it is judged, as records write it. */
  now: string;
}
