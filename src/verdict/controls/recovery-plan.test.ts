import { expect, test } from 'vitest';
import type { ReleaseInput } from '../../records/index.ts';
import { FOLDER, LEAD, opening, release, report } from '../testing/index.ts';
import { oneChange, recoveryOf } from '../testing/one-change.ts';
import { recoveryPlan } from './recovery-plan.ts';

const PLAN = `## Plan

Roll back with \`helm rollback lantern\`, then put the orders back from the backup of the night.

## Special provisions

None.

## On call

Cyra, by telephone.
`;

test('a plan with its sections and people who can be called passes', () => {
  const recovery = recoveryOf({ onCall: ['cyra-osei', 'sre'] }, PLAN);
  expect(recoveryPlan.examine(oneChange({ recovery }))).toEqual({
    result: 'pass',
    reasons: [{ text: 'the plan is there, cyra-osei and sre on call', record: recovery.path }],
  });
});

test.each([
  ['no section', PLAN.replace('## On call', '## Calls'), 'there is no section "On call"'],
  [
    'an empty section',
    PLAN.replace('None.', '<!-- What is special? -->'),
    'the section "Special provisions" is empty',
  ],
  ['a plan that is none', PLAN.replace(/Roll back.*/, 'None.'), 'the section "Plan" says only "None."'],
  ['a template', PLAN.replace(/Roll back.*/, 'TODO'), 'the section "Plan" is not filled in: "TODO"'],
])('%s fails', (_name, body, text) => {
  const found = recoveryPlan.examine(oneChange({ recovery: recoveryOf({}, body) }));
  expect(found).toMatchObject({ result: 'fail', reasons: [{ text }] });
});

test('what cannot be taken back needs a backup in the plan', () => {
  const irreversible = { irreversible: true };
  expect(recoveryPlan.examine(oneChange({ recovery: recoveryOf(irreversible, PLAN) })).result).toBe('pass');
  const without = recoveryOf(
    irreversible,
    PLAN.replace(', then put the orders back from the backup of the night', ''),
  );
  expect(recoveryPlan.examine(oneChange({ recovery: without })).result).toBe('fail');
});

const CHART = report('chart', LEAD, {
  measured: {
    chart: {
      name: 'lantern',
      version: '1.4.0',
      dependencies: [
        { name: 'strimzi-kafka-operator', version: '0.45.0', repository: 'https://strimzi.io/charts/' },
        { name: 'nginx', version: '1.0.0' },
      ],
    },
  },
});

test('parts that keep data have to be named', () => {
  const unnamed = recoveryPlan.examine(oneChange({ stages: [CHART], recovery: recoveryOf({}, PLAN) }));
  expect(unnamed).toEqual({
    result: 'fail',
    reasons: [
      {
        text: `strimzi-kafka-operator 0.45.0 keeps data, and ${FOLDER}/recovery.md does not name it`,
        record: CHART.path,
      },
    ],
  });
  const recovery = recoveryOf({ stateful: ['Strimzi-Kafka-Operator', 'redis'] }, PLAN);
  const opened = opening({ modules: [{ id: 'redis', thirdParty: true }] });
  expect(recoveryPlan.examine(oneChange({ stages: [CHART], opening: opened, recovery })).result).toBe('pass');
  const unplanned = oneChange({ opening: opened, recovery: recoveryOf({}, PLAN) });
  expect(recoveryPlan.examine(unplanned).reasons[0]?.record).toBe(opened.path);
});

const PARTS: NonNullable<ReleaseInput['parts']> = [
  { name: 'strimzi-kafka-operator', version: '0.45.1', previous: '0.45.0' },
  { name: 'redis', alias: 'cache', version: '20.2.1', previous: '20.2.1' },
  { name: 'etcd', version: '1.0.0', previous: null },
  { name: 'postgresql', version: null, previous: '15.0.0' },
  { name: 'nginx', version: '2.0.0', previous: '1.0.0' },
];

test('the plan is told which of them the release moves, and from where', () => {
  const tagged = release({ parts: PARTS });
  const dossier = oneChange({ release: tagged, stages: [CHART], recovery: recoveryOf({}, PLAN) });
  const not = `and ${FOLDER}/recovery.md does not name it`;
  expect(recoveryPlan.examine(dossier)).toEqual({
    result: 'fail',
    reasons: [
      `etcd 1.0.0 is new and keeps data, ${not}`,
      `postgresql 15.0.0 is removed, and its data stays, ${not}`,
      `redis as cache 20.2.1 keeps data, ${not}`,
      `strimzi-kafka-operator moves from 0.45.0 to 0.45.1 and keeps data, ${not}`,
    ].map((text) => ({ text, record: tagged.path })),
  });
  const stateful = ['strimzi-kafka-operator', 'cache', 'etcd', 'postgresql'];
  const passed = recoveryPlan.examine({ ...dossier, recovery: recoveryOf({ stateful }, PLAN) });
  expect(passed.result).toBe('pass');
  expect(passed.reasons[0]?.text).toContain(
    'it speaks of etcd (new), postgresql (removed), redis as cache and strimzi-kafka-operator (from 0.45.0 to 0.45.1)',
  );
});

test('in a first release no part has moved, and what only reports name has to be named too', () => {
  const parts: typeof PARTS = [{ name: 'redis', version: '20.2.1', previous: null }];
  const dossier = oneChange({
    release: release({ parts, previous: null }),
    stages: [CHART],
    recovery: recoveryOf({}, PLAN),
  });
  expect(
    recoveryPlan.examine(dossier).reasons.map(({ text, record }) => [text.split(',')[0], record]),
  ).toEqual([
    ['redis 20.2.1 keeps data', `${FOLDER}/release.md`],
    ['strimzi-kafka-operator 0.45.0 keeps data', CHART.path],
  ]);
});

test('a name that is nobody, and no plan at all, prove nothing', () => {
  const recovery = recoveryOf({ onCall: ['cyra-osei', 'whoever'] }, PLAN);
  expect(recoveryPlan.examine(oneChange({ recovery }))).toMatchObject({
    result: 'unproven',
    reasons: [{ text: expect.stringContaining('"whoever" is on call') }],
  });
  expect(recoveryPlan.examine(oneChange({ recovery: null })).result).toBe('unproven');
});
