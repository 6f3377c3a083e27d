import type { Participant, PopulationRow, TestEvidence } from '../row.ts';
import { listCell, NONE, peopleCell, rolesCell, textCell, UNPROVEN } from './cells.ts';

/** A column: its name never changes, and says one thing of every row. */
export interface Column<Row> {
  name: string;
  /** Never empty. */
  cell(row: Row): string;
}

type RowColumn = Column<PopulationRow>;

const IDENTITY: readonly RowColumn[] = [
  { name: 'row', cell: ({ id }) => id },
  { name: 'product', cell: ({ product }) => product },
  { name: 'environment', cell: ({ environment }) => environment },
  { name: 'release', cell: ({ version }) => version },
  { name: 'change', cell: ({ change }) => textCell(change) },
  { name: 'changeRelease', cell: ({ changeVersion }) => changeVersion },
  { name: 'module', cell: ({ module }) => textCell(module) },
  { name: 'title', cell: ({ title }) => textCell(title) },
  { name: 'pullRequest', cell: (row) => textCell(row.pullRequest, absent(row)) },
  { name: 'tickets', cell: (row) => (row.tickets.length === 0 ? absent(row) : listCell(row.tickets)) },
  { name: 'type', cell: ({ type }) => type.is },
  { name: 'typeBecause', cell: ({ type }) => textCell(type.because) },
  { name: 'disposition', cell: ({ disposition }) => listCell(disposition.length === 0 ? null : disposition) },
];

const PEOPLE: readonly RowColumn[] = [
  ...personColumns('author', ({ people }) => people.author),
  { name: 'authors', cell: ({ people }) => listCell(people.authors) },
  ...groupColumns('approver', ({ people }) => people.approvers),
  { name: 'approvedAt', cell: ({ people }) => peopleCell(people.approvers, ({ at }) => at) },
  ...personColumns('merger', ({ people }) => people.merger),
  { name: 'mergerIndependent', cell: ({ people }) => people.merger.independent },
  { name: 'mergedAt', cell: ({ people }) => textCell(people.merger.at) },
  ...personColumns('deployer', ({ people }) => people.deployer),
  { name: 'deployerIndependent', cell: ({ people }) => people.deployer.independent },
  ...groupColumns('releaseApprover', ({ people }) => people.releaseApprovers),
  { name: 'releaseApprovedAt', cell: ({ people }) => peopleCell(people.releaseApprovers, ({ at }) => at) },
];

const APPROVAL: readonly RowColumn[] = [
  { name: 'independent', cell: ({ approval }) => approval.independent },
  { name: 'fourEyes', cell: ({ approval }) => approval.fourEyes },
  { name: 'fourEyesBecause', cell: ({ approval }) => textCell(approval.fourEyesBecause, NONE) },
  { name: 'changeApprovedBeforeDeployment', cell: ({ approval }) => approval.changeBeforeDeployment },
  { name: 'releaseApprovedBeforeDeployment', cell: ({ approval }) => approval.releaseBeforeDeployment },
  { name: 'missingApprovals', cell: (row) => listCell(ofRelease(row, row.approval.missing)) },
  { name: 'approvedOnDeployedRevision', cell: ({ approval }) => approval.onDeployedRevision },
  { name: 'verdictAtDeployment', cell: ({ approval }) => approval.verdict },
  { name: 'openControlsAtDeployment', cell: (row) => listCell(ofRelease(row, row.approval.openControls)) },
];

const EVIDENCE: readonly RowColumn[] = [
  { name: 'tests', cell: ({ testsResult }) => testsResult },
  { name: 'testStages', cell: ({ tests }) => testList(tests, stageText) },
  { name: 'testCommits', cell: ({ tests }) => testList(tests, ({ commit }) => commit) },
  { name: 'testDigests', cell: ({ tests }) => testList(tests, ({ digest }) => digest) },
  { name: 'testDoubts', cell: ({ tests }) => testList(tests, ({ because }) => because || NONE) },
  { name: 'scan', cell: ({ scan }) => scan.result },
  { name: 'scanDoubt', cell: ({ scan }) => textCell(scan.because, NONE) },
  { name: 'scannedAt', cell: ({ scan }) => textCell(scan.ranAt) },
  { name: 'scanDatabaseAt', cell: ({ scan }) => textCell(scan.databaseAt) },
  { name: 'scanDatabaseAgeDays', cell: ({ scan }) => textCell(scan.databaseAgeDays) },
  { name: 'scanDigest', cell: ({ scan }) => textCell(scan.digest) },
  { name: 'commitReleased', cell: ({ revision }) => textCell(revision.commitReleased) },
  { name: 'commitDeployed', cell: ({ revision }) => textCell(revision.commitDeployed) },
  { name: 'imageTested', cell: ({ revision }) => listOrUnproven(revision.imagesTested) },
  { name: 'imageDeployed', cell: ({ revision }) => textCell(revision.imageDeployed) },
  { name: 'imageMatches', cell: ({ revision }) => revision.imageMatches },
];

const OUTCOME: readonly RowColumn[] = [
  { name: 'deployedAt', cell: ({ outcome }) => outcome.deployedAt },
  { name: 'finishedAt', cell: ({ outcome }) => textCell(outcome.finishedAt) },
  { name: 'result', cell: ({ outcome }) => outcome.result },
  { name: 'attempts', cell: ({ outcome }) => listCell(outcome.attempts) },
  { name: 'rolledBack', cell: ({ outcome }) => outcome.rolledBack },
  { name: 'rolledBackAt', cell: ({ outcome }) => textCell(outcome.rolledBackAt, NONE) },
  { name: 'rollbackIncident', cell: ({ outcome }) => textCell(outcome.incident, NONE) },
  { name: 'emergencyIncident', cell: ({ emergency }) => textCell(emergency?.incident ?? null, NONE) },
  { name: 'retroactiveApprovalDue', cell: ({ emergency }) => (emergency ? textCell(emergency.due) : NONE) },
  { name: 'retroactiveApproval', cell: ({ emergency }) => emergency?.done ?? NONE },
];

const RECORDS: readonly RowColumn[] = [
  { name: 'changeRecord', cell: ({ changeRecord }) => textCell(changeRecord) },
  { name: 'releaseRecord', cell: ({ releaseRecord }) => textCell(releaseRecord) },
  { name: 'deploymentRecord', cell: ({ deploymentRecord }) => textCell(deploymentRecord) },
  { name: 'testRecords', cell: ({ tests }) => testList(tests, ({ record }) => record) },
  { name: 'scanRecord', cell: ({ scan }) => textCell(scan.record) },
  { name: 'voteRecords', cell: (row) => listCell(ofRelease(row, row.approval.voteRecords)) },
  { name: 'rollbackRecord', cell: ({ outcome }) => textCell(outcome.rollbackRecord, NONE) },
  { name: 'broughtBackRecord', cell: ({ outcome }) => textCell(outcome.broughtBackRecord, NONE) },
];

/**
 * The columns of the population, in their order. New ones come at the end of their group; none changes its name or its
 * meaning.
 */
export const COLUMNS: readonly RowColumn[] = [
  ...IDENTITY,
  ...PEOPLE,
  ...APPROVAL,
  ...EVIDENCE,
  ...OUTCOME,
  ...RECORDS,
];

function personColumns(prefix: string, of: (row: PopulationRow) => Participant): RowColumn[] {
  return [
    { name: `${prefix}Person`, cell: (row) => textCell(of(row).person) },
    { name: `${prefix}Account`, cell: (row) => textCell(of(row).account) },
    { name: `${prefix}Roles`, cell: (row) => rolesCell(of(row).roles) },
  ];
}

function groupColumns(
  prefix: string,
  of: (row: PopulationRow) => readonly Participant[] | null,
): RowColumn[] {
  return [
    { name: `${prefix}Persons`, cell: (row) => peopleCell(of(row), ({ person }) => person) },
    { name: `${prefix}Accounts`, cell: (row) => peopleCell(of(row), ({ account }) => account) },
    { name: `${prefix}Roles`, cell: (row) => peopleCell(of(row), ({ roles }) => rolesCell(roles)) },
    { name: `${prefix}Independence`, cell: (row) => peopleCell(of(row), ({ independent }) => independent) },
  ];
}

/** Where the platform was not asked, nothing shows that there is none. */
function absent({ isOriginKnown }: PopulationRow): string {
  return isOriginKnown ? NONE : UNPROVEN;
}

/** Without a dossier of the release, an empty list would say too much. */
function ofRelease({ people }: PopulationRow, list: readonly string[]): readonly string[] | null {
  return people.releaseApprovers === null ? null : list;
}

function testList(tests: readonly TestEvidence[], of: (test: TestEvidence) => string | null): string {
  return listOrUnproven(tests.map(of));
}

function listOrUnproven(list: readonly (string | null)[]): string {
  return listCell(list.length === 0 ? null : list);
}

/** "unit-tests of director-api: passed". */
function stageText({ stage, module, result }: TestEvidence): string {
  return `${stage}${module === null ? '' : ` of ${module}`}: ${result}`;
}
