import { expect, test } from 'vitest';
import { type PartFacts, type RollbackPlanInput, rollbackPlan } from './rollback-plan.ts';
import {
  deployed,
  deploymentPolicy,
  digestOf,
  factsOf,
  rolledBack,
  time,
  timelineOf,
} from './testing/index.ts';
import type { RecordedDeployment } from './timeline.ts';

const VERSIONS = ['1.0.0', '1.9.0', '1.10.0', '2.0.0'];
const EVERYTHING = ['db', 'api', 'web'];

const all = (version: string, at: string, modules: readonly string[] = EVERYTHING) =>
  deployed(version, { at, modules: modules.map((id) => `${id} ${version}`) });

const NINE = all('1.9.0', '10:00');
const TEN = all('1.10.0', '11:00');
const TWO = all('2.0.0', '12:00');

const reversible = (version: string) => ({
  irreversible: false,
  stateful: [],
  record: `recovery-${version}.md`,
});

function plan(records: RecordedDeployment[], target: string, more: Partial<RollbackPlanInput> = {}) {
  const found = rollbackPlan({
    ...{ policy: deploymentPolicy(), environment: 'production', timeline: timelineOf(...records), target },
    ...{ moment: Date.parse(time('23:00')), versions: VERSIONS, facts: factsOf(records) },
    recoveryOf: reversible,
    partsOf: () => [],
    publicNames: { product: 'Ledgerly', module: (id) => (id === 'api' ? 'the API' : null) },
    ...more,
  });
  return {
    ...found,
    order: found.steps.map(({ module, version }) => `${module} ${version}`),
    blockers: found.blockers.map(({ text }) => text),
    warnings: found.warnings.map(({ text }) => text),
  };
}

test('what differs goes back, dependents first, to the images that were there', () => {
  const changed = deployed('1.10.0', { at: '11:00', modules: ['db 1.9.0', 'api 1.10.0', 'web 1.10.0'] });
  const before = deployed('1.9.0', {
    at: '10:00',
    modules: [
      { id: 'api', version: '1.9.0', digest: digestOf('api'), chart: 'api-1-9-0', revision: 4 },
      'db 1.9.0',
      'web 1.9.0',
    ],
  });
  const found = plan([before, changed], '1.9.0');
  expect(found).toMatchObject({
    product: 'ledgerly',
    environment: 'production',
    from: '1.10.0',
    to: '1.9.0',
  });
  expect(found).toMatchObject({ order: ['web 1.9.0', 'api 1.9.0'], blockers: [], warnings: [] });
  expect(found.steps[1]).toEqual({
    ...{
      order: 2,
      module: 'api',
      version: '1.9.0',
      digest: digestOf('api'),
      chart: 'api-1-9-0',
      revision: 4,
    },
    record: before.path,
  });
  expect(found.customers).toBe(
    'Ledgerly 1.10.0 was withdrawn, and 1.9.0 is in its place again. This changes the API.',
  );
});

test('the same version of another image goes back too', () => {
  const rebuilt = deployed('1.9.0', {
    at: '12:00',
    part: true,
    modules: [{ id: 'api', version: '1.9.0', digest: digestOf('new') }],
  });
  const mixed = { ...rebuilt, data: { ...rebuilt.data, version: '1.10.0' } };
  expect(plan([NINE, mixed], '1.9.0')).toMatchObject({ from: '1.10.0', order: ['api 1.9.0'] });
});

test('a revision that Helm does not have any more is not given', () => {
  const numbered = (version: string, at: string, revision: number) =>
    deployed(version, { at, modules: [{ id: 'api', version, digest: digestOf(version), revision }] });
  const revisionTo = (...records: RecordedDeployment[]) => plan(records, '1.9.0').steps[0]?.revision;
  const nine = numbered('1.9.0', '10:00', 3);
  expect(revisionTo(nine, numbered('1.10.0', '11:00', 4))).toBe(3);
  expect(revisionTo(nine, numbered('1.10.0', '12:00', 1))).toBeNull();
  const spawned = { kind: 'migrate', migration: { from: 'old', to: 'new' } } as const;
  const migrated = deployed('1.9.0', { at: '11:00', ...spawned, modules: ['web 1.9.0'] });
  const part = { ...nine.data, part: true as const };
  expect(
    revisionTo(
      nine,
      { ...migrated, data: { ...migrated.data, version: '1.9.1' } },
      {
        ...numbered('1.10.0', '12:00', 9),
        data: { ...numbered('1.10.0', '12:00', 9).data, part: part.part },
      },
    ),
  ).toBeNull();
});

test('a release on the way that cannot be taken back blocks, whether it was deployed here or not', () => {
  const recoveryOf = (version: string) => ({ ...reversible(version), irreversible: version === '1.10.0' });
  const blocked = 'the recovery plan of 1.10.0 says that something in it cannot be taken back';
  expect(plan([NINE, TWO], '1.9.0', { recoveryOf }).blockers).toEqual([blocked]);
  expect(plan([NINE, TEN], '1.9.0', { recoveryOf }).blockers).toEqual([blocked]);
  expect(plan([TEN, TWO], '1.10.0', { recoveryOf }).blockers).toEqual([]);
  expect(plan([NINE, TEN], '1.9.0', { recoveryOf: () => null }).warnings).toEqual([
    '1.10.0 has no recovery plan: nobody said whether it can be taken back',
  ]);
});

test('a release on the way counts where it may be there in part, and where nobody listed it', () => {
  const recoveryOf = (version: string) => ({ ...reversible(version), irreversible: version === '2.0.0' });
  const failed = deployed('2.0.0', { at: '12:00', outcome: 'failed' });
  expect(plan([NINE, TEN, failed], '1.9.0', { recoveryOf, versions: [] }).blockers).toContain(
    'the recovery plan of 2.0.0 says that something in it cannot be taken back',
  );
  const older = deployed('1.9.0', { at: '13:00', part: true, modules: ['web 1.9.0'] });
  const found = plan([NINE, all('1.0.0', '10:30'), TWO, older], '1.0.0', { recoveryOf });
  expect(found.from).toBe('2.0.0');
  expect(found.blockers).toHaveLength(1);
  expect(found.warnings[0]).toBe(
    'modules of several releases run: web of 1.9.0, db of 2.0.0 and api of 2.0.0',
  );
});

test('a part that keeps data and gets another version blocks, and the text says who speaks of it', () => {
  const kafka = (version: string | null): PartFacts => ({
    name: 'kafka',
    version,
    stateful: true,
    record: 'release.md',
  });
  const parts = (now: PartFacts[] | null, then: PartFacts[]) => ({
    partsOf: (version: string) => (version === '1.9.0' ? then : now),
  });
  const blockers = (...[now, then]: Parameters<typeof parts>) =>
    plan([NINE, TEN], '1.9.0', parts(now, then)).blockers;
  expect(blockers([kafka('4.0.0')], [kafka('3.9.0')])).toEqual([
    'kafka keeps data and goes from 4.0.0 to 3.9.0: no recovery plan on the way speaks of it',
  ]);
  expect(blockers([kafka('4.0.0')], [kafka('4.0.0')])).toEqual([]);
  expect(blockers([{ ...kafka('4.0.0'), stateful: false }], [])).toEqual([]);
  expect(blockers([kafka('4.0.0')], [])[0]).toMatch('goes from 4.0.0 to none');
  expect(blockers([kafka(null)], [kafka(null)])).toHaveLength(1);
  const recoveryOf = (version: string) => ({ ...reversible(version), stateful: ['kafka'] });
  expect(plan([NINE, TEN], '1.9.0', { ...parts([kafka('4')], [kafka('3')]), recoveryOf }).blockers).toEqual([
    'kafka keeps data and goes from 4 to 3: the recovery plan of 1.10.0 speaks of it',
  ]);
  expect(plan([NINE, TEN], '1.9.0', parts(null, [kafka('3')])).warnings).toEqual([
    'nobody knows which third-party parts 1.10.0 has: none of those that keep data can be called unchanged',
  ]);
});

test('a target that misses what its modules need is blocked', () => {
  const broken = deployed('1.9.0', { at: '10:00', modules: ['api 2.0.0', 'db 1.9.0'] });
  expect(plan([broken, TEN], '1.9.0').blockers).toEqual([
    'in 1.9.0 api 2.0.0 needs db 2.0.0 or later, and has 1.9.0',
  ]);
});

test('a target that is not known to be good is blocked, each reason by itself', () => {
  expect(plan([TEN], '1.9.0').blockers).toEqual([
    '1.9.0 was never deployed to production as a whole and with success',
  ]);
  const bad = rolledBack('1.0.0', '1.9.0', { at: '10:30' });
  const facts = factsOf([NINE, bad, TEN], { verdictOf: () => 'not-blessed', namedDigests: () => new Set() });
  expect(plan([NINE, TEN], '1.9.0', { facts }).blockers).toEqual([
    expect.stringContaining('no report of 1.9.0 names the image of db'),
    expect.stringContaining('no report of 1.9.0 names the image of api'),
    expect.stringContaining('no report of 1.9.0 names the image of web'),
    expect.stringContaining('1.9.0 was rolled back in production'),
    '1.9.0 is not blessed',
  ]);
});

test('only a known image is put back, be it ours or not', () => {
  const unknown = deployed('1.9.0', {
    at: '10:00',
    modules: ['db 1.9.0', { id: 'api', version: '1.9.0' }, { id: 'kafka', version: '3.9.0' }],
  });
  expect(plan([unknown, TEN], '1.9.0').blockers).toEqual([
    'no digest is recorded of api as 1.9.0 was deployed',
    'no digest is recorded of kafka as 1.9.0 was deployed',
  ]);
});

test('what is under way or in doubt blocks, and what it touched is put back all the same', () => {
  const failed = deployed('2.0.0', { at: '12:00', outcome: 'failed', part: true, modules: ['api 2.0.0'] });
  const open = deployed('2.0.0', { at: '12:30', outcome: 'running', part: true, modules: ['web 2.0.0'] });
  expect(plan([TEN, failed, open], '1.10.0')).toMatchObject({
    from: '1.10.0',
    order: ['web 1.10.0', 'api 1.10.0'],
    blockers: [
      'the deploy of 2.0.0 that began at 2026-06-01T12:30:00+00:00 is under way',
      'what the deploy of 2.0.0 at 2026-06-01T12:00:00+00:00 left is in doubt: it failed',
    ],
  });
});

test('what runs already is no blocker and no step', () => {
  expect(plan([NINE, TEN], '1.10.0')).toMatchObject({
    steps: [],
    blockers: [],
    warnings: ['production runs 1.10.0 already: there is nothing to do'],
    customers: '',
  });
});

test('a release that differs in other parts only is not the same', () => {
  const same = { ...TEN, data: { ...TEN.data, version: '1.11.0', at: time('13:00') }, path: 'other.md' };
  const found = plan([TEN, same], '1.10.0');
  expect(found.steps).toEqual([]);
  expect(found.warnings).toEqual(['what runs has the modules of 1.10.0: only its other parts can differ']);
});

test('a newer target goes forward', () => {
  const found = plan([TWO, all('1.10.0', '13:00')], '2.0.0');
  expect(found.warnings).toEqual(['this goes forward: 2.0.0 is newer than 1.10.0, which runs']);
  expect(found.order).toEqual(['db 2.0.0', 'api 2.0.0', 'web 2.0.0']);
  expect(found.customers).toMatch('Ledgerly 2.0.0 takes the place of 1.10.0.');
});

test('a module that the target does not have is removed by hand, at its place in the order', () => {
  const more = all('1.10.0', '11:00', [...EVERYTHING, 'edge']);
  expect(plan([NINE, more], '1.9.0')).toMatchObject({
    order: ['web 1.9.0', 'api 1.9.0', 'db 1.9.0'],
    warnings: ['edge is not part of 1.9.0: remove it by hand, before step 1'],
  });
  const other = deployed('1.10.0', {
    at: '11:00',
    modules: [...EVERYTHING, 'kafka'].map((id) => `${id} 1.10.0`),
  });
  expect(plan([NINE, other], '1.9.0').warnings).toEqual([
    'kafka is not part of 1.9.0: remove it by hand, after the last step',
  ]);
});

test('customers hear nothing of an environment that they do not use', () => {
  expect(plan([NINE, TEN], '1.9.0', { environment: 'staging' }).customers).toBe('');
});
