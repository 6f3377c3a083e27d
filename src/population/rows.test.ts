import { describe, expect, test } from 'vitest';
import type { RecordedDeployment } from '../history/deployments/timeline.ts';
import type { Dossier } from '../verdict/dossier.ts';
import {
  API,
  allReports,
  allVotes,
  at,
  COMMITS,
  change,
  DIGESTS,
  deployment,
  directChange,
  dossier,
  EMERGENCY,
  LEAD,
  opening,
  PREVIOUS,
  release,
  report,
  review,
  vote,
  WEB,
} from '../verdict/testing/index.ts';
import { populationOf } from './population.ts';
import type { PopulationRow } from './row.ts';
import { COLUMNS } from './table/columns.ts';
import { rowObject } from './table/population-table.ts';
import { lanternRecords, PRODUCTION, WHOLE } from './testing/records.ts';

/** The images and commits that the release ships. */
const MODULES = [
  { id: LEAD, version: '1.4.0', digest: DIGESTS.lead, commit: COMMITS.release },
  { id: API, version: '1.4.0', digest: DIGESTS.api, commit: COMMITS.api },
  { id: WEB, version: '1.3.1' },
];

function rowsOf(more: Partial<Dossier> = {}, deployments?: RecordedDeployment[]): Map<string, PopulationRow> {
  const records = lanternRecords(
    deployments ?? [deployment({ modules: MODULES, by: 'cyra-osei' })],
    dossier({ policy: PRODUCTION, ...more }),
  );
  const population = populationOf(WHOLE, () => records);
  return new Map(Array.from(population.rows(), (row) => [row.change ?? 'unknown', row]));
}

/** The row of a change, as cells by column. */
function cellsOf(
  id: string,
  more: Partial<Dossier> = {},
  deployments?: RecordedDeployment[],
): Record<string, string> {
  const row = rowsOf(more, deployments).get(id);
  if (row === undefined) throw new Error(`there is no row of ${id}`);
  return rowObject(row);
}

const OWN = `${API}-21`;
/** The changes of the release, with another one in the place of `lantern-api-21`. */
function changesWith(other: Dossier['changes'][number]): Dossier['changes'] {
  return [...dossier().changes.filter(({ data }) => data.id !== other.data.id), other];
}

describe('a change of a blessed release', () => {
  test('has everything that an auditor asks, and all of it is proven', () => {
    expect(cellsOf(OWN)).toMatchObject({
      row: 'lantern/production/20260203T114500Z-1.4.0/lantern-api-21',
      type: 'normal',
      tickets: 'example/lantern#5',
      ...{ authorPerson: 'gita-roy', authorAccount: 'github:gita', authorRoles: 'none' },
      ...{ approverPersons: 'hugo-berg', approverIndependence: 'yes', independent: 'yes', fourEyes: 'yes' },
      ...{ mergerPerson: 'asha-rao', mergerRoles: 'module-lead of lantern', mergerIndependent: 'yes' },
      ...{ deployerPerson: 'cyra-osei', deployerRoles: 'sre', deployerIndependent: 'yes' },
      releaseApproverPersons: 'emil-novak | bo-lind | dana-ito | cyra-osei',
      ...{ changeApprovedBeforeDeployment: 'yes', releaseApprovedBeforeDeployment: 'yes' },
      ...{ approvedOnDeployedRevision: 'yes', verdictAtDeployment: 'blessed', missingApprovals: 'none' },
      ...{ tests: 'passed', testStages: 'unit-tests of lantern-api: passed | integration: passed' },
      ...{ scan: 'passed', scanDatabaseAt: at('01:00'), scanDatabaseAgeDays: '0.2' },
      ...{ imageTested: DIGESTS.api, imageDeployed: DIGESTS.api, imageMatches: 'yes' },
      ...{ deployedAt: at('11:45'), result: 'succeeded', rolledBack: 'no', emergencyIncident: 'none' },
    });
  });

  test('has no empty cell, and the names of the columns are all different', () => {
    const names = COLUMNS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const row of rowsOf().values()) expect(Object.values(rowObject(row))).not.toContain('');
  });
});

describe('who approved', () => {
  test('the author’s second account is nobody independent', () => {
    const self = change(OWN, {}, { reviews: [review('gita')] });
    expect(cellsOf(OWN, { changes: changesWith(self) })).toMatchObject({
      ...{ independent: 'no', fourEyes: 'no', changeApprovedBeforeDeployment: 'no' },
    });
  });

  test('an account that the roster does not know may be anybody', () => {
    const unknown = change(OWN, {}, { reviews: [review('zed')] });
    expect(cellsOf(OWN, { changes: changesWith(unknown) })).toMatchObject({
      ...{ independent: 'unproven', approverPersons: 'unproven', approverRoles: 'unproven' },
    });
  });

  test('after the merge is not four eyes, and yet before the deployment', () => {
    const late = change(OWN, {}, { reviews: [review('hugo', { at: at('09:00') })] });
    expect(cellsOf(OWN, { changes: changesWith(late) })).toMatchObject({
      ...{ fourEyes: 'no', changeApprovedBeforeDeployment: 'yes', approvedAt: at('09:00') },
    });
  });

  test('after the deployment is not before it', () => {
    const late = change(OWN, {}, { reviews: [review('hugo', { at: at('13:00') })] });
    expect(cellsOf(OWN, { changes: changesWith(late) })['changeApprovedBeforeDeployment']).toBe('no');
  });

  test('nobody is none, and nobody asked is unproven', () => {
    const none = change(OWN, {}, { reviews: [] });
    const { pullRequests: _, platformAsked: __, ...unasked } = change(OWN).data;
    expect(cellsOf(OWN, { changes: changesWith(none) })['approverPersons']).toBe('none');
    const changes = changesWith({ ...change(OWN), data: unasked });
    expect(cellsOf(OWN, { changes })).toMatchObject({
      ...{ approverPersons: 'unproven', fourEyes: 'unproven', independent: 'unproven', tickets: 'unproven' },
    });
  });

  test('nobody did, of what was put on the branch directly', () => {
    const changes = changesWith(directChange(OWN));
    expect(cellsOf(OWN, { changes })).toMatchObject({
      fourEyes: 'no',
      pullRequest: 'none',
      independent: 'no',
    });
  });
});

describe('approval of the release', () => {
  test('on the staging commit with the same files is told apart', () => {
    const votes = allVotes().map((each) =>
      each.data.commit === COMMITS.release
        ? vote(each.data.role, each.data.person, {
            commit: COMMITS.staging,
            ...(each.data.module === undefined ? {} : { module: each.data.module }),
          })
        : each,
    );
    expect(cellsOf(OWN, { votes })['approvedOnDeployedRevision']).toBe('same files');
  });

  test('of another commit than the deployed one is none', () => {
    const modules = MODULES.map((each) => (each.id === API ? { ...each, commit: COMMITS.other } : each));
    const cells = cellsOf(OWN, {}, [deployment({ modules })]);
    expect(cells).toMatchObject({ approvedOnDeployedRevision: 'no', releaseApprovedBeforeDeployment: 'yes' });
  });

  test('is unproven where neither image nor commit of what runs is known', () => {
    const modules = MODULES.map(({ id, version }) => ({ id, version }));
    expect(cellsOf(OWN, {}, [deployment({ modules })])).toMatchObject({
      ...{ approvedOnDeployedRevision: 'unproven', imageDeployed: 'unproven', imageMatches: 'unproven' },
    });
  });

  test('is missing where a role was silent until the deployment', () => {
    const votes = allVotes().filter(({ data }) => data.role !== 'qa');
    expect(cellsOf(OWN, { votes })).toMatchObject({
      ...{ releaseApprovedBeforeDeployment: 'no', approvedOnDeployedRevision: 'no' },
      missingApprovals: expect.stringContaining('qa: 0 of 1 GO'),
    });
  });
});

describe('an emergency', () => {
  const votes = allVotes().map(({ data }) =>
    vote(data.role, data.person, {
      castAt: at('18:00'),
      ...(data.commit === undefined ? {} : { commit: data.commit }),
      ...(data.module === undefined ? {} : { module: data.module }),
    }),
  );
  const declared = { opening: opening({ emergency: EMERGENCY }) };

  test('ships first, and its votes come later', () => {
    expect(cellsOf(OWN, { ...declared, votes })).toMatchObject({
      ...{ type: 'emergency', emergencyIncident: 'INC-77', releaseApprovedBeforeDeployment: 'no' },
      ...{ retroactiveApproval: 'yes', retroactiveApprovalDue: at('11:30', '2026-02-05') },
    });
  });

  test('whose votes never came is not made good', () => {
    expect(cellsOf(OWN, { ...declared, votes: [] })['retroactiveApproval']).toBe('no');
  });

  test('that was declared after the release is none, and says so', () => {
    const late = { ...EMERGENCY, declaredAt: at('11:40') };
    const cells = cellsOf(OWN, { opening: opening({ emergency: late }) });
    expect(cells).toMatchObject({ type: 'normal', typeBecause: expect.stringContaining('does not count') });
  });
});

describe('a bot’s move of a dependency', () => {
  const bot = { login: 'dependabot', kind: 'bot' as const };
  const bump = { dependency: { name: 'redis', from: '1', to: '2' }, author: 'dependabot', kind: 'deps' };
  const commitOf = (author: string) => ({
    commit: COMMITS.other,
    authors: [author],
    authoredAt: at('07:00', '2026-02-02'),
  });

  test('is a standard change', () => {
    const moved = change(OWN, bump, { author: bot, commits: [commitOf('@dependabot[bot]')] });
    expect(cellsOf(OWN, { changes: changesWith(moved) })).toMatchObject({
      type: 'standard',
      independent: 'yes',
    });
  });

  test('to whose branch a person pushed is a normal one', () => {
    const moved = change(OWN, bump, { author: bot, commits: [commitOf('@gita')] });
    expect(cellsOf(OWN, { changes: changesWith(moved) })['type']).toBe('normal');
  });

  test('by somebody who calls himself one is a normal one', () => {
    expect(cellsOf(OWN, { changes: changesWith(change(OWN, bump)) })['type']).toBe('normal');
  });
});

describe('evidence', () => {
  test('that was filed after the deployment proves nothing of it', () => {
    const stages = allReports().map(({ data }) =>
      report(data.stage, data.module ?? null, data.stage === 'unit-tests' ? { filedAt: at('12:00') } : {}),
    );
    expect(cellsOf(OWN, { stages })).toMatchObject({ tests: 'unproven', scan: 'passed' });
  });

  test('of another commit proves nothing', () => {
    const stages = allReports().map((each) =>
      each.data.stage === 'unit-tests' && each.data.module === API
        ? report('unit-tests', API, { commit: COMMITS.other })
        : each,
    );
    expect(cellsOf(OWN, { stages })).toMatchObject({
      tests: 'unproven',
      testDoubts: expect.stringContaining('lantern-api ships at'),
    });
  });

  test('a scan without the date of its database proves nothing', () => {
    const stages = allReports().map((each) =>
      each.data.stage === 'image-scan'
        ? report('image-scan', each.data.module ?? null, { measured: {} })
        : each,
    );
    expect(cellsOf(OWN, { stages })).toMatchObject({ scan: 'unproven', scanDatabaseAgeDays: 'unproven' });
  });

  test('of a failed test is a failure', () => {
    const stages = [...allReports().filter(({ data }) => data.stage !== 'integration')];
    stages.push(report('integration', null, { result: 'failed' }));
    expect(cellsOf(OWN, { stages })['tests']).toBe('failed');
  });
});

describe('the outcome', () => {
  const rollback = (more: object = {}) =>
    deployment({
      ...{ kind: 'rollback', version: PREVIOUS, at: at('14:00'), finishedAt: at('14:05') },
      rollback: { from: '1.4.0', incident: 'https://incidents.example.org/9' },
      ...more,
    });

  test('says when it was rolled back, by which record, and what brought it again', () => {
    const again = deployment({ modules: MODULES, at: at('16:00') });
    expect(cellsOf(OWN, {}, [deployment({ modules: MODULES }), rollback(), again])).toMatchObject({
      ...{ rolledBack: 'yes', rolledBackAt: at('14:05') },
      rollbackRecord: 'ledger/lantern/deployments/production/20260203T140000Z-1.3.2.md',
      rollbackIncident: 'https://incidents.example.org/9',
      broughtBackRecord: 'ledger/lantern/deployments/production/20260203T160000Z-1.4.0.md',
    });
  });

  test.each([
    ['failed', 'failed'],
    ['unknown', 'unproven'],
  ] as const)('of a rollback that is %s is %s', (outcome, told) => {
    const cells = cellsOf(OWN, {}, [deployment({ modules: MODULES }), rollback({ outcome })]);
    expect(cells['rolledBack']).toBe(told);
  });

  test('of an older release that came as a deployment is a rollback all the same', () => {
    const older = deployment({ version: PREVIOUS, at: at('14:00') });
    expect(cellsOf(OWN, {}, [deployment({ modules: MODULES }), older])['rolledBack']).toBe('yes');
  });

  test('of a deployment that does not say how it ended is unproven', () => {
    expect(cellsOf(OWN, {}, [deployment({ modules: MODULES, outcome: 'unknown' })])['result']).toBe(
      'unproven',
    );
  });
});

test('a release that nobody knows is a row of which nothing is proven', () => {
  const rows = rowsOf({}, [
    deployment({ modules: MODULES }),
    deployment({ version: '9.0.0', at: at('13:00') }),
  ]);
  const row = rows.get('unknown');
  expect(row && rowObject(row)).toMatchObject({
    ...{ change: 'unproven', release: '9.0.0', type: 'unproven', tests: 'unproven', title: 'unproven' },
    ...{ verdictAtDeployment: 'unproven', missingApprovals: 'unproven', changeRecord: 'unproven' },
  });
});

test('a release without a record of one of its changes keeps the row', () => {
  const changes = dossier().changes.filter(({ data }) => data.id !== OWN);
  const cells = cellsOf(OWN, { changes, release: release() });
  expect(cells).toMatchObject({
    type: 'unproven',
    authorPerson: 'unproven',
    authors: 'unproven',
    tests: 'passed',
  });
});
