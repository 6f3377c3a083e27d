import type { Participant, PopulationRow } from '../../population/row.ts';
import { peopleCell, textCell } from '../../population/table/cells.ts';
import { deploymentPath, dossierPartPath } from '../paths.ts';
import { recordPlace } from '../verdict/record-links.ts';

/** What one scans of a production change: a page, the filter and the sample show it, and all else is in the CSV. */
export interface ChangeRow {
  /** The CSV's first cell. */
  id: string;
  product: string;
  environment: string;
  /** The release that was deployed. */
  version: string;
  /** Its id; "unproven" where a deployment brought what nobody knows. */
  change: string;
  title: string;
  deployedAt: string;
  type: PopulationRow['type']['is'];
  author: string;
  approvers: string;
  deployer: string;
  independent: PopulationRow['approval']['independent'];
  approvedBefore: PopulationRow['approval']['releaseBeforeDeployment'];
  onRevision: PopulationRow['approval']['onDeployedRevision'];
  tests: PopulationRow['testsResult'];
  scan: PopulationRow['scan']['result'];
  image: PopulationRow['revision']['imageMatches'];
  result: PopulationRow['outcome']['result'];
  rolledBack: PopulationRow['outcome']['rolledBack'];
  /** Null where no record of it is there. */
  changeHref: string | null;
  /** Null where the release cannot be judged. */
  verdictHref: string | null;
  deploymentHref: string;
}

/** A row of the population in short. */
export function changeRow(row: PopulationRow): ChangeRow {
  const { id, product, environment, version, type, approval, outcome } = row;
  return {
    ...{ id, product, environment, version, type: type.is },
    change: textCell(row.change),
    title: textCell(row.title, ''),
    deployedAt: outcome.deployedAt,
    ...peopleOf(row),
    independent: approval.independent,
    approvedBefore: approval.releaseBeforeDeployment,
    onRevision: approval.onDeployedRevision,
    tests: row.testsResult,
    scan: row.scan.result,
    image: row.revision.imageMatches,
    result: outcome.result,
    rolledBack: outcome.rolledBack,
    ...hrefsOf(row),
  };
}

function peopleOf({ people }: PopulationRow): Pick<ChangeRow, 'author' | 'approvers' | 'deployer'> {
  return {
    author: nameOf(people.author),
    approvers: peopleCell(people.approvers, nameOf).replaceAll(' | ', ', '),
    deployer: nameOf(people.deployer),
  };
}

function nameOf({ person, account }: Participant): string {
  return textCell(person ?? account);
}

function hrefsOf(row: PopulationRow): Pick<ChangeRow, 'changeHref' | 'verdictHref' | 'deploymentHref'> {
  const { product, environment, version, people } = row;
  const [, , name = ''] = row.id.split('/');
  return {
    changeHref: recordPlace(row.changeRecord),
    // Its approvers are known where its dossier is.
    verdictHref: people.releaseApprovers === null ? null : dossierPartPath(product, version, 'verdict'),
    deploymentHref: deploymentPath(product, environment, name),
  };
}
