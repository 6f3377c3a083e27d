/** What can fail to match between merges, releases, images, revisions and deployments. */
export const FINDING_KINDS = [
  'change-not-released',
  'change-without-record',
  'change-not-merged',
  'commit-unresolved',
  'release-not-deployed',
  'release-unknown',
  'image-unnamed',
  'image-unrecorded',
  'image-not-deployed',
  'revision-gap',
  'revision-missing',
  'records-begin',
  'deployer-unknown',
  'outcome-unknown',
  'rollback-without-reason',
  'step-back',
  'sources-disagree',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What accounts for something that does not match. */
export const EXPLANATIONS = [
  'waiver',
  'emergency',
  'superseded',
  'prerelease',
  'withdrawn',
  'not-blessed',
  'open',
  'other-release',
  'trigger',
] as const;

/** Why something that does not match is as it should be, and the record that shows it. */
export interface Explanation {
  by: (typeof EXPLANATIONS)[number];
  text: string;
  /** Path from the content folder. */
  record: string | null;
}

/** Something that does not match. */
export interface ReconciliationFinding {
  kind: FindingKind;
  product: string;
  /** Null where it is of no environment. */
  environment: string | null;
  /** When it happened, as its record says. */
  at: string;
  /** A sentence for auditors. */
  text: string;
  /** Path from the content folder; null where no record is what is missing. */
  record: string | null;
  /** Null where nothing accounts for it. */
  explained: Explanation | null;
}

/** The findings that nothing accounts for: "no unexplained rows" may be said only where there are none. */
export function unexplained(findings: readonly ReconciliationFinding[]): ReconciliationFinding[] {
  return findings.filter((finding) => finding.explained === null);
}
