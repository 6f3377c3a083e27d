import { beforeEach, describe, expect, test } from 'vitest';
import { deployableLedger, deploymentsIn, NOW, tryDeploy, tryRollback } from './testing/deployed.ts';
import { changedFiles } from './testing/snapshot.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { COMMITS } from './testing/voted.ts';
import { useWorkspace } from './testing/workspace.ts';

const DIGEST = `sha256:${'5c'.repeat(32)}`;
const space = useWorkspace();
let count = 0;
let ledger: TestLedger;

beforeEach(() => {
  count += 1;
  ledger = deployableLedger(space.ledger(`deployed-${count}`));
});

function only(environment = 'production') {
  const records = [...deploymentsIn(ledger, environment).values()];
  expect(records).toHaveLength(1);
  return records[0];
}

describe('a deployment', () => {
  test('holds the release’s modules, with the images that were named', async () => {
    const more = {
      module: [`core-api=2.3.0@${DIGEST}#7`],
      at: '17:02',
      finished: '17:20',
      because: 'As planned.',
    };
    const answer = await tryDeploy(ledger, { ...more, step: ['10@17:05', '100%@17:15'] });
    expect(answer).toMatchObject({ code: 0 });
    expect(only()?.data).toEqual({
      schema: 1,
      product: 'core',
      environment: 'production',
      kind: 'deploy',
      version: '1.12.0',
      at: '2026-02-03T11:32:00+00:00',
      finishedAt: '2026-02-03T11:50:00+00:00',
      outcome: 'succeeded',
      by: 'sam-okoro',
      modules: [
        { id: 'core', version: '1.12.0', commit: COMMITS.core },
        { id: 'core-api', version: '2.3.0', digest: DIGEST, revision: 7, commit: COMMITS.api },
        { id: 'core-web', version: '3.0.1', commit: COMMITS.web },
      ],
      rollout: [
        { weight: 10, at: '2026-02-03T11:35:00+00:00' },
        { weight: 100, at: '2026-02-03T11:45:00+00:00' },
      ],
      filedAt: NOW,
      verdictThen: { verdict: 'unproven', policy: expect.stringMatching(/^sha256:/) },
      sources: [
        {
          kind: 'command',
          at: '2026-02-03T11:32:00+00:00',
          finishedAt: '2026-02-03T11:50:00+00:00',
          outcome: 'succeeded',
          ranBy: 'Sam Okoro',
        },
      ],
    });
    expect(only()?.body).toBe('As planned.\n');
    expect([...deploymentsIn(ledger).keys()]).toEqual(['20260203T113200Z-1.12.0']);
  });

  test('says what the control will ask', async () => {
    const { said } = await tryDeploy(ledger, { module: [`core=1.12.0@${DIGEST}`] });
    expect(said).toContain('1.12.0 is not blessed, and only what is blessed may run in production.');
    expect(said).toContain('Nothing says which image runs of core-api, core-web');
    expect((await tryDeploy(ledger, { environment: 'staging' })).said).not.toContain('blessed');
  });

  test('of a part changes only what is named', async () => {
    await tryDeploy(ledger, { part: true, module: ['core-web=3.1.0'] });
    expect(only()?.data).toMatchObject({ part: true, modules: [{ id: 'core-web', version: '3.1.0' }] });
  });

  test('of a release that the ledger does not know names its modules', async () => {
    expect((await tryDeploy(ledger, { release: '1.2.0' })).code).toBe(2);
    expect((await tryDeploy(ledger, { release: '1.2.0', module: ['core=1.2.0'] })).code).toBe(0);
    expect(only()?.data).toMatchObject({ version: '1.2.0', modules: [{ id: 'core', version: '1.2.0' }] });
    expect(only()?.data.verdictThen).toBeUndefined();
  });

  test('told again is one record, which learns how it ended', async () => {
    const at = '2026-02-03T11:32:00Z';
    await tryDeploy(ledger, { at, outcome: 'running' });
    const before = ledger.state();
    await tryDeploy(ledger, { at, outcome: 'running' });
    expect(ledger.state()).toEqual(before);
    await tryDeploy(ledger, { at, finished: '17:20' });
    expect(only()?.data).toMatchObject({ outcome: 'succeeded', finishedAt: '2026-02-03T11:50:00+00:00' });
    await tryDeploy(ledger, { at, outcome: 'running' });
    expect(only()?.data.outcome).toBe('succeeded');
  });

  test('to an environment that was spawned anew keeps the names of both', async () => {
    const more = { migratedFrom: 'blue', migratedTo: 'green', keptUntil: '2026-02-10' };
    expect((await tryDeploy(ledger, more)).code).toBe(0);
    expect(only()?.data).toMatchObject({
      kind: 'migrate',
      migration: { from: 'blue', to: 'green', keptUntil: '2026-02-09T18:30:00+00:00' },
    });
  });

  test.each([
    [{ environment: 'prod' }, 'core has no environment "prod"\n  It has staging, production.'],
    [{ release: '9.9.9' }, 'the ledger has no release "9.9.9" of core'],
    [{ module: ['core-api'] }, '--module core-api: expected ID=VERSION[@DIGEST][#REVISION]'],
    [{ module: ['cache=1.0.0'] }, 'core has no module "cache"'],
    [{ module: ['core=1.0.0@latest'] }, 'expected a digest such as "sha256:…" with 64 hex digits'],
    [{ module: ['core=1.0.0#0'] }, '"0" is no revision of Helm’s'.replace('’', "'")],
    [{ module: ['core=1.0.0', 'core=1.0.1'] }, '--module names core twice'],
    [{ part: true }, 'nothing says which modules were deployed'],
    [{ at: '23:59' }, '--at 23:59 is still to come'],
    [{ at: '17:20', finished: '17:10' }, '--finished 17:10 is before'],
    [{ finished: '17:10', outcome: 'running' as const }, '--outcome that it is running'],
    [{ step: ['101@17:00'] }, '--step 101@17:00: expected WEIGHT@TIME'],
    [{ step: ['50@17:20', '100@17:10'] }, 'comes before the step that is written before it'],
    [{ by: 'sam@example.org' }, 'is no name'],
    [{ url: 'ftp://example.org' }, '--url ftp://example.org: expected an address'],
    [{ migratedTo: 'green' }, 'Write --migrated-from NAME --migrated-to NAME.'],
  ])('with %j writes nothing and says why', async (more, words) => {
    const before = ledger.state();
    const { code, said } = await tryDeploy(ledger, more);
    expect(code).toBe(2);
    expect(said).toContain(words);
    expect(ledger.state()).toEqual(before);
  });
});

describe('a rollback', () => {
  beforeEach(async () => {
    await tryDeploy(ledger, { release: '1.11.0', at: '16:00', module: [`core-api=2.2.0@${DIGEST}#6`] });
    await tryDeploy(ledger, { at: '17:00' });
  });

  test('puts back what ran before, image by image, and tells customers', async () => {
    const facts = { trigger: 'metric' as const, what: '5xx 4 %', detected: '17:10', restored: '17:40' };
    const before = ledger.state();
    const answer = await tryRollback(ledger, {
      ...facts,
      at: '17:30',
      decidedBy: 'quinn-adeyemi',
      bad: true,
    });
    expect(answer.code).toBe(0);
    const record = deploymentsIn(ledger).get('20260203T120000Z-1.11.0');
    expect(record?.data).toMatchObject({
      kind: 'rollback',
      version: '1.11.0',
      rollback: {
        from: '1.12.0',
        trigger: { kind: 'metric', what: '5xx 4 %' },
        decidedBy: 'quinn-adeyemi',
        detectedAt: '2026-02-03T11:40:00+00:00',
        restoredAt: '2026-02-03T12:10:00+00:00',
        bad: true,
      },
    });
    expect(record?.data.modules).toContainEqual({ id: 'core-api', version: '2.2.0', digest: DIGEST });
    expect(record?.body).toBe('The cache was never emptied.\n');
    expect(changedFiles(before, ledger.state())).toEqual([
      'ledger/core/deployments/production/20260203T120000Z-1.11.0.md',
      'notes/core/1.12.0.md',
    ]);
    expect(ledger.noteText('1.12.0')).toBe(`---
schema: 1
product: core
version: "1.12.0"
date: "2026-02-02T08:00:00+00:00"
prerelease: false
previous: null
# Written by hand.
withdrawn:
  reason: Pages could stay empty.
  use: "1.11.0"
  at: "2026-02-03T12:00:00+00:00"
entries: []
---

Words that a person wrote.
`);
  });

  test('of a release that was not at fault says nothing to customers', async () => {
    const both = { bad: false, publicReason: 'Pages could stay empty.' };
    expect((await tryRollback(ledger, both)).said).toContain('--not-bad');
    expect((await tryRollback(ledger, { bad: false })).code).toBe(0);
    expect(ledger.noteText('1.12.0')).not.toContain('withdrawn');
  });

  test('in production needs a sentence for customers, elsewhere none', async () => {
    await tryDeploy(ledger, { environment: 'staging', at: '17:00' });
    const before = ledger.state();
    const refused = await tryRollback(ledger, { publicReason: undefined });
    expect(refused.code).toBe(2);
    expect(refused.said).toContain('customers had 1.12.0, and its note does not say that it was taken back');
    expect(ledger.state()).toEqual(before);
    const quiet = { environment: 'staging', publicReason: undefined };
    expect((await tryRollback(ledger, quiet)).code).toBe(0);
    expect(ledger.noteText('1.12.0')).not.toContain('withdrawn');
  });

  test('to where it stands is none', async () => {
    expect((await tryRollback(ledger, { release: '1.12.0' })).said).toContain('nothing was rolled back');
  });

  test('of a deployment that failed takes that one away', async () => {
    await tryDeploy(ledger, { release: '1.13.0', module: ['core=1.13.0'], at: '17:30', outcome: 'failed' });
    const { said } = await tryRollback(ledger, { release: '1.12.0', at: '17:35', module: ['core=1.12.0'] });
    expect(said).toContain('1.13.0 has no note or says so already');
    expect(deploymentsIn(ledger).get('20260203T120500Z-1.12.0')?.data.rollback).toEqual({ from: '1.13.0' });
  });

  test.each([
    ['Ask priya@example.org about it.', 'priya@example.org'],
    ['Said sam-o.', 'sam-o'],
    ['See https://tickets.example.org/1.', 'https://tickets.example.org/1.'],
    ['Broken by core-api.', 'core-api'],
    ['@quinn saw it.', '@quinn'],
  ])('does not tell customers "%s"', async (publicReason, word) => {
    const before = ledger.state();
    const { code, said } = await tryRollback(ledger, { publicReason });
    expect(code).toBe(2);
    expect(said).toContain(`--public-reason holds "${word}", which is internal`);
    expect(ledger.state()).toEqual(before);
  });

  test('sends nobody to a release that was withdrawn, or that nobody can read of', async () => {
    ledger.edit('notes/core/1.11.0.md', (text) =>
      text.replace('entries', 'withdrawn: { reason: x }\nentries'),
    );
    expect((await tryRollback(ledger)).said).toContain('core 1.11.0 was withdrawn as well');
    expect((await tryRollback(ledger, { use: '1.0.0' })).said).toContain(
      'has no note that customers could read',
    );
  });
});
