import type { ChangeRow } from '../change-row.ts';

/** A change of the fixtures' product that is as it should be. */
export function change(more: Partial<ChangeRow> = {}): ChangeRow {
  return {
    id: 'lantern/production/20260203T100000Z-1.4.0/lantern-11',
    product: 'lantern',
    environment: 'production',
    version: '1.4.0',
    change: 'lantern-11',
    title: 'keep the light on',
    deployedAt: '2026-02-03T10:00:00+00:00',
    type: 'normal',
    author: 'ana-lima',
    approvers: 'bo-chen',
    deployer: 'sam-okoro',
    independent: 'yes',
    approvedBefore: 'yes',
    onRevision: 'yes',
    tests: 'passed',
    scan: 'passed',
    image: 'yes',
    result: 'succeeded',
    rolledBack: 'no',
    changeHref: '/audit/lantern/1.4.0/changes/lantern-11/',
    verdictHref: '/audit/lantern/1.4.0/verdict/',
    deploymentHref: '/audit/lantern/environments/production/20260203T100000Z-1.4.0/',
    ...more,
  };
}
