/** Whether something holds. Unproven is not no, and not nothing: nobody can show either. */
export type Proof = 'yes' | 'no' | 'unproven';

/** Somebody who had a part in a change. Null is unproven: nobody can tell. */
export interface Participant {
  /** The person of the roster. */
  person: string | null;
  /** "github:priya-s": where the account is, and its name. */
  account: string | null;
  /** Roles held on the day, as "module-lead of director-api"; none for a person who held none. */
  roles: readonly string[] | null;
  /** Another person than everybody who wrote something of the change. */
  independent: Proof;
  /** When they did it. */
  at: string | null;
}

/** How a change is ruled, and why. */
export interface ChangeType {
  is: 'standard' | 'normal' | 'emergency' | 'unproven';
  because: string;
}

/** Who had a part in a change, and in letting its release out. */
export interface RowPeople {
  author: Participant;
  /** Everybody who wrote something of it, as the roster names them. Null where the record is missing. */
  authors: readonly string[] | null;
  /** Who approved its pull request, or the promotion that brought it. Null where nobody was asked. */
  approvers: readonly Participant[] | null;
  merger: Participant;
  deployer: Participant;
  /** Who said GO to the deployed release, by votes that count. Null where its dossier is missing. */
  releaseApprovers: readonly Participant[] | null;
}

/** One attempt that counts, and whether it is of what was deployed. */
export interface TestEvidence {
  stage: string;
  /** Null for a test of the whole release. */
  module: string | null;
  result: 'passed' | 'failed' | 'unproven';
  /** Why it proves nothing, or what else there is to say; empty where there is nothing. */
  because: string;
  commit: string | null;
  digest: string | null;
  ranAt: string | null;
  record: string | null;
}

/** A scan of the image, as far as it was filed before the deployment. */
export interface ScanEvidence extends TestEvidence {
  databaseAt: string | null;
  /** How old the scanner's database was when it scanned, in days with one decimal. */
  databaseAgeDays: string | null;
}

/** Which image and which commit run, against what was tested and released. */
export interface RevisionEvidence {
  imageDeployed: string | null;
  /** Digests that the reports on the released commit name. */
  imagesTested: readonly string[];
  imageMatches: Proof;
  commitDeployed: string | null;
  commitReleased: string | null;
}

/** Who let it out, when, and on what. */
export interface ApprovalEvidence {
  /** A second pair of eyes on the merged head before the merge, by the rule of the control "independence". */
  fourEyes: Proof;
  fourEyesBecause: string;
  /** Some approver is another person of the roster than every author. */
  independent: Proof;
  /** The same eyes, if later ones count too as long as they came before the deployment. */
  changeBeforeDeployment: Proof;
  /** Everybody whose GO the release needs had said it before the deployment, and nobody stopped it. */
  releaseBeforeDeployment: Proof | 'none needed';
  /** What was missing then. */
  missing: readonly string[];
  /** Whether those votes are on exactly what was deployed, or on a commit with the same files. */
  onDeployedRevision: Proof | 'same files';
  /** What the ledger said of the release at the moment of its deployment, by what was filed until then. */
  verdict: 'blessed' | 'not-blessed' | 'unproven';
  /** Controls that did not pass then: "gates: fail". In an emergency: what was bypassed. */
  openControls: readonly string[];
  voteRecords: readonly string[];
}

/** An emergency's exception, and how it was made good. */
export interface EmergencyEvidence {
  incident: string;
  /** Until when its votes were due; null where nothing says. */
  due: string | null;
  done: Proof;
}

/** What came of it. */
export interface RowOutcome {
  deployedAt: string;
  finishedAt: string | null;
  result: 'succeeded' | 'failed' | 'running' | 'unproven';
  /** Records of earlier deployments that did not succeed. */
  attempts: readonly string[];
  rolledBack: Proof | 'failed';
  rolledBackAt: string | null;
  rollbackRecord: string | null;
  /** The deployment that brought it again after the rollback. */
  broughtBackRecord: string | null;
  /** What the rollback names as its incident. */
  incident: string | null;
}

/** A production change: everything that an auditor asks of it. */
export interface PopulationRow {
  id: string;
  product: string;
  environment: string;
  /** The release that was deployed. */
  version: string;
  /** The release that has the change in its range; another one where releases were passed over. */
  changeVersion: string;
  change: string | null;
  module: string | null;
  title: string | null;
  pullRequest: number | null;
  /** The platform was asked, or a pull request is known: then no pull request means that there is none. */
  isOriginKnown: boolean;
  /** Issues, as "mayadata/director#361". */
  tickets: readonly string[];
  type: ChangeType;
  /** What became of its commits in the release: "published". */
  disposition: readonly string[];
  people: RowPeople;
  approval: ApprovalEvidence;
  tests: readonly TestEvidence[];
  testsResult: TestEvidence['result'];
  scan: ScanEvidence;
  revision: RevisionEvidence;
  outcome: RowOutcome;
  /** Null where it was none. */
  emergency: EmergencyEvidence | null;
  changeRecord: string | null;
  releaseRecord: string | null;
  deploymentRecord: string;
}
