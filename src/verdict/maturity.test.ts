import { expect, test } from 'vitest';
import type { PolicyInput } from '../records/index.ts';
import type { Dossier } from './dossier.ts';
import { featureMaturities, featureMaturity } from './maturity.ts';
import { API, COMMITS, dossier, LEAD, POLICY, policy, pull, report, WEB, waiver } from './testing/index.ts';
import { changeOf, dossierOf } from './testing/one-change.ts';

type GateInput = NonNullable<PolicyInput['gates']>[number];

const BETA: GateInput = {
  id: 'volumes-beta',
  stage: 'unit-tests',
  metric: 'coverage.lines',
  operator: '>=',
  limit: 70,
  guards: 'beta',
  feature: 'volumes',
};
const STABLE: GateInput = { ...BETA, id: 'volumes-stable', limit: 90, guards: 'stable' };

function judged(gates: GateInput[], more: Partial<Dossier> = {}): Dossier {
  return dossier({ policy: policy({ gates: [...(POLICY.gates ?? []), ...gates] }), ...more });
}

/** Reports with so many lines of a hundred covered, for both modules that moved. */
function covered(lines: number): Partial<Dossier> {
  const measured = { coverage: { lines: { covered: lines, total: 100 } } };
  return { stages: [LEAD, API].map((module) => report('unit-tests', module, { measured })) };
}

test.each([
  [60, 'alpha'],
  [85, 'beta'],
  [95, 'stable'],
])('with %i percent the feature is %s', (lines, maturity) => {
  expect(featureMaturity('volumes', judged([BETA, STABLE], covered(lines))).maturity).toBe(maturity);
});

test('the reasons say which metric keeps it where it is, and lead to the report', () => {
  const { reasons } = featureMaturity('volumes', judged([BETA, STABLE], covered(60)));
  expect(reasons.map(({ text }) => text)).toEqual([
    expect.stringContaining('gate volumes-beta, coverage.lines >= 70: unit-tests of lantern has 60 %'),
    expect.stringContaining('unit-tests of lantern-api has 60 %'),
  ]);
  expect(reasons[0]?.record).toContain('/stages/');
});

test('stable asks for beta as well', () => {
  const strict = { ...BETA, limit: 99 };
  expect(featureMaturity('volumes', judged([strict, STABLE], covered(95))).maturity).toBe('alpha');
});

test('nobody promotes a feature: waivers of its gates, votes and blessings do not count', () => {
  const waived = judged([BETA, STABLE], { ...covered(60), waivers: [waiver('gates')] });
  expect(featureMaturity('volumes', waived).maturity).toBe('alpha');
});

test('what was not measured is not earned', () => {
  expect(featureMaturity('volumes', judged([BETA, STABLE], { stages: [] })).maturity).toBe('alpha');
  const unknown = { stages: [report('unit-tests', LEAD, { measured: {} })] };
  expect(featureMaturity('volumes', judged([BETA, STABLE], unknown)).maturity).toBe('alpha');
});

test('measurements of another commit promote nothing', () => {
  const measured = { coverage: { lines: { covered: 95, total: 100 } } };
  const stages = [report('unit-tests', LEAD, { commit: COMMITS.other, measured })];
  expect(featureMaturity('volumes', judged([BETA, STABLE], { stages })).maturity).toBe('alpha');
});

test('a module that stood still takes no word away, and earns none', () => {
  const ofWeb = { ...STABLE, id: 'web', module: WEB };
  expect(featureMaturity('volumes', judged([BETA, STABLE, ofWeb], covered(95))).maturity).toBe('stable');
  expect(featureMaturity('volumes', judged([BETA, ofWeb], covered(95))).maturity).toBe('beta');
});

test('a gate without a feature holds for all, one of another feature for none but its own', () => {
  const { feature: _feature, ...ofAll } = { ...BETA, id: 'all' };
  expect(featureMaturity('pools', judged([ofAll, STABLE], covered(60))).maturity).toBe('alpha');
  expect(featureMaturity('pools', judged([BETA, STABLE], covered(60))).maturity).toBe('stable');
});

test('a word without a gate cannot be earned, once there is one for the other', () => {
  const found = featureMaturity('volumes', judged([BETA], covered(95)));
  expect(found).toMatchObject({ maturity: 'beta' });
  expect(found.reasons.at(-1)?.text).toBe('no gate says when volumes is stable, so that it cannot become so');
  expect(featureMaturity('volumes', judged([STABLE], covered(95))).maturity).toBe('alpha');
});

test('features are named by labels of the changes that the release brings', () => {
  const labels = ['bug', 'Feature/Volumes', 'feature/pools', 'feature/'];
  const change = changeOf(12, { pullRequests: [pull(12, { labels })] });
  const gates = policy({ gates: [BETA, STABLE] });
  const found = featureMaturities(dossierOf([change, changeOf(13)], { policy: gates, stages: [] }));
  expect(found.map(({ feature, maturity, changes }) => [feature, maturity, changes])).toEqual([
    ['pools', 'stable', ['lantern-12']],
    ['volumes', 'alpha', ['lantern-12']],
  ]);
});
