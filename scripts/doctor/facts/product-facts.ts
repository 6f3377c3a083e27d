import type {
  Deployment,
  Note,
  Policy,
  Product,
  Release,
  StageReport,
  Vote,
  Waiver,
} from '../../../src/records/index.ts';

/** A record and where it stands, from the content folder on. */
export interface Filed<Data> {
  file: string;
  data: Data;
}

/** A note as it is read by whoever proofreads it. */
export interface FiledNote extends Filed<Note> {
  text: string;
  body: string;
}

/** A policy and its text, in which a finding's line is looked up. */
export interface FiledPolicy extends Filed<Policy> {
  text: string;
}

/** What is filed for a release. */
export interface ReleaseFacts {
  version: string;
  release: Filed<Release> | null;
  votes: Filed<Vote>[];
  stages: Filed<StageReport>[];
  waivers: Filed<Waiver>[];
  sealed: boolean;
  /** Every file of its dossier. */
  files: string[];
}

/** All that is known of a product, as far as it could be read. */
export interface ProductFacts {
  id: string;
  /** Null where there is none that can be read. */
  policy: FiledPolicy | null;
  page: Filed<Product> | null;
  /** The file is there, readable or not. */
  has: { policy: boolean; page: boolean };
  notes: FiledNote[];
  releases: ReleaseFacts[];
  deployments: Filed<Deployment>[];
  /** SHA-256 digests that records name, by the dossier or the environment that they are filed for. */
  mentions: Map<string, Set<string>>;
  /** Every file of it. */
  files: string[];
  /** Files that cannot be read, or are of a newer format: nothing is said of what else is wrong with them. */
  unread: ReadonlySet<string>;
}
