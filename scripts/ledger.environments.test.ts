import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Answer, answerOf } from './testing/answer.ts';
import { deployableLedger, deploymentsIn, NOW, tryDeploy, tryRollback } from './testing/deployed.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { deployments } from './verbs/deployments.ts';
import { environments } from './verbs/environments.ts';
import { planRollback } from './verbs/rollback-plan.ts';
import { seal } from './verbs/seal.ts';

const space = useWorkspace();
let count = 0;
let ledger: TestLedger;

beforeEach(() => {
  count += 1;
  ledger = deployableLedger(space.ledger(`environments-${count}`));
});

function tryEnvironments(at?: string, json = false): Promise<Answer> {
  const options = { content: ledger.content, product: 'core', now: NOW, ...(at !== undefined && { at }) };
  return answerOf((console) => environments(options, console), { json });
}

function tryPlan(to?: string, json = false): Promise<Answer> {
  const options = { content: ledger.content, product: 'core', environment: 'production', now: NOW };
  return answerOf(
    (console) => planRollback({ ...options, format: 'text', ...(to !== undefined && { to }) }, console),
    { json },
  );
}

function file(name: string, content: unknown): string {
  const place = path.join(ledger.folder, name);
  writeFileSync(place, JSON.stringify(content));
  return place;
}

function collect(files: { helm?: string[]; argocd?: string[] }, json = false): Promise<Answer> {
  const usual = { content: ledger.content, product: 'core', environment: 'production', now: NOW };
  return answerOf((console) => deployments({ helm: [], argocd: [], ...usual, ...files }, console), { json });
}

/** A row of `helm history -o json`; its clock is a few seconds late. */
function revision(number: number, time: string, version: string, description = 'Upgrade complete'): object {
  const row = { revision: number, updated: `2026-02-03T${time}:07.1234+05:30`, status: 'superseded' };
  return { ...row, chart: `core-${version}`, app_version: version, description };
}

describe('what runs where', () => {
  test('now, and at a past moment', async () => {
    await tryDeploy(ledger, { release: '1.11.0', at: '16:00' });
    await tryDeploy(ledger, { at: '17:00', finished: '17:30' });
    const now = JSON.parse((await tryEnvironments(undefined, true)).printed);
    expect(now.environments).toMatchObject([
      { environment: 'staging', release: null, modules: [] },
      { environment: 'production', release: '1.12.0', since: '2026-02-03T12:00:00+00:00', inDoubt: [] },
    ]);
    const then = JSON.parse((await tryEnvironments('17:10', true)).printed);
    expect(then.environments[1]).toMatchObject({
      release: '1.11.0',
      underWay: [expect.stringContaining('1.12.0')],
    });
    expect((await tryEnvironments('2026-02-03T15:00')).printed).toContain('production: nothing is recorded');
    expect(await tryEnvironments('23:59')).toMatchObject({ code: 2 });
  });

  test('a failed deployment leaves doubt', async () => {
    await tryDeploy(ledger, { release: '1.11.0', at: '16:00' });
    await tryDeploy(ledger, { at: '17:00', outcome: 'failed' });
    const { printed } = await tryEnvironments();
    expect(printed).toContain('production: 1.11.0 since Tue 2026-02-03 16:00 (Asia/Kolkata)');
    expect(printed).toContain('in doubt: [ledger/core/deployments/production/20260203T113000Z-1.12.0.md]');
  });

  test('differences between neighbours, with their age', async () => {
    await tryDeploy(ledger, { release: '1.11.0', at: '15:00' });
    await tryDeploy(ledger, { environment: 'staging', at: '16:00' });
    expect((await tryEnvironments()).printed).toContain(
      'core: staging 1.12.0, production 1.11.0, since Tue 2026-02-03 16:00 (Asia/Kolkata)',
    );
  });

  test('without environments says what to write', async () => {
    ledger.edit('ledger/core/policy.md', (text) =>
      text.replace(/environments:[\s\S]*?deploymentTolerance/, 'deploymentTolerance'),
    );
    expect(await tryEnvironments()).toMatchObject({
      code: 2,
      said: expect.stringContaining('"environments:"'),
    });
  });
});

describe('a plan to roll back', () => {
  test('without anything that is known to be good exits with 1 and says why', async () => {
    await tryDeploy(ledger, { release: '1.11.0', at: '16:00' });
    await tryDeploy(ledger, { at: '17:00' });
    const answer = await tryPlan(undefined, true);
    expect(answer.code).toBe(1);
    expect(JSON.parse(answer.printed)).toMatchObject({
      product: 'core',
      environment: 'production',
      from: '1.12.0',
      to: null,
      steps: [],
      blockers: expect.arrayContaining([
        { text: expect.stringContaining('is known to be good'), record: null },
      ]),
    });
  });

  test('to a release by name has its steps, and what speaks against them', async () => {
    await tryDeploy(ledger, {
      release: '1.11.0',
      at: '16:00',
      module: [`core-api=2.2.0@sha256:${'ab'.repeat(32)}#6`],
    });
    await tryDeploy(ledger, { at: '17:00' });
    const before = ledger.state();
    const answer = await tryPlan('v1.11.0', true);
    expect(answer.code).toBe(1);
    const { steps, blockers } = JSON.parse(answer.printed);
    expect(steps).toContainEqual({
      order: expect.any(Number),
      module: 'core-api',
      version: '2.2.0',
      digest: `sha256:${'ab'.repeat(32)}`,
      chart: null,
      revision: 6,
      record: expect.stringContaining('1.11.0.md'),
    });
    expect(JSON.stringify(blockers)).toContain('is not blessed');
    expect(ledger.state()).toEqual(before);
    expect((await tryPlan('1.11.0')).printed).toMatch(/which is not safe[\s\S]*Steps\n {2}1\. /);
  });

  test('of an environment that nobody recorded is refused', async () => {
    expect(await tryPlan()).toMatchObject({
      code: 2,
      said: expect.stringContaining('no deployment to production'),
    });
  });
});

describe('what clusters remember', () => {
  test('is one record with what was typed, and gaps where revisions are gone', async () => {
    await tryDeploy(ledger, { release: '1.11.0', at: '16:00', module: ['core=1.11.0#3'] });
    const rows = [
      revision(3, '16:00', '1.11.0'),
      revision(4, '17:00', '1.12.0'),
      revision(5, '17:30', '1.11.0', 'Rollback to 3'),
    ];
    const helm = [`core=${file('history.json', rows)}`];
    const answer = await collect({ helm }, true);
    const told = JSON.parse(answer.printed);
    expect(told.deployments.map((each: { was: string; kind: string }) => `${each.was} ${each.kind}`)).toEqual(
      ['completed deploy', 'new deploy', 'new rollback'],
    );
    expect(told.gaps).toEqual([{ stream: 'helm core', from: 1, to: 2 }]);
    const first = [...deploymentsIn(ledger).values()][0];
    expect(first?.data.sources.map(({ kind }) => kind)).toEqual(['command', 'helm']);
    const before = ledger.state();
    expect(JSON.parse((await collect({ helm }, true)).printed).deployments).toMatchObject([
      { was: 'known' },
      { was: 'known' },
      { was: 'known' },
    ]);
    expect(ledger.state()).toEqual(before);
  });

  test('customers are told by a person afterwards, and the record learns why', async () => {
    const rows = [
      revision(3, '16:00', '1.11.0'),
      revision(4, '17:00', '1.12.0'),
      revision(5, '17:30', '1.11.0', 'Rollback to 3'),
    ];
    const answer = await collect({ helm: [`core=${file('history.json', rows)}`] });
    expect(answer.printed).toContain(
      'customers do not know yet that 1.12.0 was taken back: ledger rollback --product core',
    );
    await tryRollback(ledger, { at: '17:31', from: '1.12.0', module: ['core=1.11.0'], part: true });
    const rolledBack = [...deploymentsIn(ledger).values()].filter(({ data }) => data.kind === 'rollback');
    expect(rolledBack).toHaveLength(1);
    expect(rolledBack[0]).toMatchObject({ body: 'The cache was never emptied.\n' });
    expect(ledger.noteText('1.12.0')).toContain('Pages could stay empty.');
  });

  test('after a seal adds what is new and leaves sealed records alone; what is under way is not sealed', async () => {
    await tryDeploy(ledger, { release: '1.11.0', at: '16:00', module: ['core=1.11.0#3'] });
    await tryDeploy(ledger, { at: '17:00', module: ['core=1.12.0#4'], outcome: 'running' });
    const sealing = {
      content: ledger.content,
      product: 'core',
      deployments: true,
      by: 'sam-okoro',
      now: NOW,
    };
    expect((await answerOf((console) => seal(sealing, console))).code).toBe(0);
    const rows = [
      revision(3, '16:00', '1.11.0'),
      revision(4, '17:00', '1.12.0'),
      revision(5, '17:30', '1.13.0'),
    ];
    const told = JSON.parse((await collect({ helm: [`core=${file('history.json', rows)}`] }, true)).printed);
    expect(told.deployments.map((each: { was: string }) => each.was)).toEqual(['sealed', 'completed', 'new']);
    const records = [...deploymentsIn(ledger).values()].map(({ data }) => data.sources.length);
    expect(records).toEqual([1, 2, 1]);
    expect(ledger.state().get('ledger/.gitattributes')).toContain('* -text');
  });

  test('what is no history writes nothing', async () => {
    const before = ledger.state();
    expect(await collect({})).toMatchObject({ code: 2, said: expect.stringContaining('--helm FILE') });
    const place = path.join(ledger.folder, 'table.json');
    writeFileSync(place, 'REVISION\tUPDATED\tSTATUS\n1\tnow\tdeployed\n');
    expect(await collect({ helm: [`core=${place}`] })).toMatchObject({ code: 2 });
    expect(ledger.state()).toEqual(before);
  });
});
