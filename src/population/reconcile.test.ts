import { describe, expect, test } from 'vitest';
import type { RecordedDeployment } from '../history/deployments/timeline.ts';
import type { DeploymentInput, Policy } from '../records/index.ts';
import type { Dossier } from '../verdict/dossier.ts';
import {
  API,
  allReports,
  at,
  COMMITS,
  change,
  DIGESTS,
  deployment,
  digestOf,
  dossier,
  fate,
  LEAD,
  note,
  opening,
  PREVIOUS,
  policy,
  release,
  report,
  VERSION,
  WEB,
  waiver,
} from '../verdict/testing/index.ts';
import { claimsFrom } from './claims.ts';
import type { ProductRecords } from './product-records.ts';
import { type ReconciliationFinding, reconcile, unexplained } from './reconcile.ts';
import { lanternRecords, PRODUCTION, WHOLE } from './testing/records.ts';

const MODULES = [
  { id: LEAD, version: VERSION, digest: DIGESTS.lead },
  { id: API, version: VERSION, digest: DIGESTS.api },
];

function put(more: Partial<DeploymentInput> = {}): RecordedDeployment {
  return deployment({ modules: MODULES, part: true, by: 'cyra-osei', ...more });
}

/** From the day of the release on, so that records that begin there are the whole story. */
const DAY = { ...WHOLE, from: at('11:45') };

function findings(
  deployments: readonly RecordedDeployment[],
  more: Partial<Dossier> = {},
  other: Partial<ProductRecords> = {},
): readonly ReconciliationFinding[] {
  const stages = [...allReports(), report('push', LEAD), report('push', API)];
  const records = lanternRecords(deployments, dossier({ policy: PRODUCTION, stages, ...more }));
  return reconcile(DAY, () => ({ ...records, ...other })).findings;
}

/** "kind" of what nothing accounts for, "kind by waiver" of what something does. */
function kinds(found: readonly ReconciliationFinding[]): string[] {
  return found.map(({ kind, explained }) => (explained === null ? kind : `${kind} by ${explained.by}`));
}

test('a release that was tested, tagged and deployed by somebody leaves nothing unexplained', () => {
  expect(findings([put()])).toEqual([]);
});

test('every finding names its product, a time and a sentence, and leads to a record', () => {
  for (const finding of findings([put({ version: '9.0.0', outcome: 'unknown' })]))
    expect(finding).toMatchObject({
      ...{ product: 'lantern', environment: 'production', at: at('11:45') },
      ...{ text: expect.stringContaining('production'), record: expect.stringMatching(/^ledger\/.*\.md$/) },
    });
});

describe('merges', () => {
  test('that somebody approved and no release has are open', () => {
    const scope = [`${LEAD}-11`, `${API}-21`, `${API}-22`, `${API}-99`];
    expect(kinds(findings([put()], { opening: opening({ scope }) }))).toEqual([]);
    const tagged = release({ date: at('11:50') });
    expect(kinds(findings([put()], { opening: opening({ scope }), release: tagged }))).toEqual([
      'change-not-released',
    ]);
  });

  test('that wait for the next release are explained, and those that were passed over are not', () => {
    const records = lanternRecords([put()], dossier({ policy: PRODUCTION }));
    const [before, after] = [
      { id: 'lantern-30', mergedAt: at('11:46') },
      { id: 'lantern-31', mergedAt: at('12:00') },
    ];
    const early = { ...DAY, from: at('11:40') };
    const tagged = {
      ...records,
      outlineOf: (version: string) => (version === VERSION ? later(records.outlineOf(version)) : null),
    };
    const found = reconcile(
      early,
      () => tagged,
      () => [before, after],
    ).findings;
    expect(kinds(found.filter(({ kind }) => kind === 'change-not-released'))).toEqual([
      'change-not-released',
      'change-not-released by open',
    ]);
  });

  test('that are in production and have no record, or no merged pull request, are told', () => {
    const changes = [change(`${LEAD}-11`), change(`${API}-21`, {}, { state: 'closed' })];
    expect(kinds(findings([put()], { changes }))).toEqual(['change-not-merged', 'change-without-record']);
    const waivers = [waiver('traceable')];
    expect(kinds(findings([put()], { changes, waivers }))).toEqual([
      'change-not-merged by waiver',
      'change-without-record by waiver',
    ]);
  });

  test('commits that no rule accounts for are told', () => {
    const fates = [...dossier().fates, fate(null, { disposition: 'unresolved', commit: COMMITS.other })];
    expect(kinds(findings([put()], { fates }))).toEqual(['commit-unresolved']);
  });
});

/** The same outline, tagged a little later. */
function later<Outline extends { date: string } | null>(outline: Outline): Outline {
  return outline === null ? outline : { ...outline, date: at('11:50') };
}

describe('releases', () => {
  const tagged = { release: release({ date: at('11:50') }) };
  const old = deployment({
    version: PREVIOUS,
    modules: [{ id: WEB, version: '1.3.1' }],
    by: 'a',
    at: at('11:44'),
  });

  function ofReleases(more: Partial<Dossier>, deployments: RecordedDeployment[] = [old]): string[] {
    const found = findings(deployments, { ...tagged, ...more });
    return kinds(found.filter(({ kind }) => kind === 'release-not-deployed'));
  }

  test('that were blessed and never deployed are unexplained', () => {
    expect(ofReleases({})).toEqual(['release-not-deployed']);
  });

  test('may be withdrawn, be prereleases, or lack the blessing', () => {
    const data = { ...note().data, withdrawn: { reason: 'It was dark.' } };
    expect(ofReleases({ note: { ...note(), data } })).toEqual(['release-not-deployed by withdrawn']);
    const candidate = release({ date: at('11:50'), prerelease: true });
    expect(ofReleases({ release: candidate })).toEqual(['release-not-deployed by prerelease']);
    expect(ofReleases({ votes: [] })).toEqual(['release-not-deployed by not-blessed']);
  });

  test('that a later one contains were superseded', () => {
    const records = lanternRecords([put({ version: '1.5.0' })], dossier({ policy: PRODUCTION, ...tagged }));
    const dossierOf = (version: string) =>
      version === '1.5.0' ? dossier({ policy: PRODUCTION, version }) : records.dossierOf(version);
    const next = { date: at('12:00'), previous: VERSION, changes: [], moved: new Set<string>() };
    const found = reconcile(DAY, () => ({
      ...records,
      versions: [...records.versions, '1.5.0'],
      outlineOf: (version) => (version === '1.5.0' ? next : records.outlineOf(version)),
      dossierOf,
      claimsOf: claimsFrom(dossierOf),
    })).findings;
    expect(kinds(found)).toContain('release-not-deployed by superseded');
  });

  test('that ran and that nobody knows are unexplained', () => {
    expect(kinds(findings([put(), put({ version: '9.0.0', at: at('13:00') })]))).toContain('release-unknown');
  });
});

describe('images', () => {
  const other = MODULES.map((each) => ({ ...each, digest: DIGESTS.other }));
  const unknown = MODULES.map(({ id, version }) => ({ id, version }));

  test('that run and that no report names are told, module by module', () => {
    expect(kinds(findings([put({ modules: other })]))).toEqual(['image-unnamed', 'image-unnamed']);
  });

  test('may be waived, as long as the waiver counted at the deployment', () => {
    const waivers = [waiver('blessed-only')];
    expect(kinds(findings([put({ modules: other })], { waivers }))).toEqual([
      'image-unnamed by waiver',
      'image-unnamed by waiver',
    ]);
    const ended = [waiver('blessed-only', { until: at('11:00') })];
    expect(kinds(findings([put({ modules: other })], { waivers: ended }))).toEqual([
      'image-unnamed',
      'image-unnamed',
    ]);
  });

  test('that nobody recorded are one finding', () => {
    expect(kinds(findings([put({ modules: unknown })]))).toEqual(['image-unrecorded']);
  });

  test('that were pushed and never ran are told; those of an earlier attempt were superseded', () => {
    const pushed = report('push', API, { digest: digestOf('77'), attempt: 1 });
    const again = report('push', API, { attempt: 2 });
    const stages = [...allReports().filter(({ data }) => data.stage !== 'push'), pushed, again];
    const tagged = { release: release({ date: at('11:50') }) };
    expect(kinds(findings([put()], { ...tagged, stages }))).toEqual(['image-not-deployed by superseded']);
    const only = stages.filter((each) => each !== again);
    expect(kinds(findings([put()], { ...tagged, stages: only }))).toContain('image-not-deployed');
  });
});

describe('revisions', () => {
  const helm: Partial<Policy> = {
    environments: policy({
      environments: [{ id: 'production', production: true, helm: [{ release: 'lantern', module: LEAD }] }],
    }).data.environments,
  };
  const numbered = (revision: number) =>
    MODULES.map((each) => (each.id === LEAD ? { ...each, revision } : each));

  test('that nobody recorded are a gap, also at the beginning', () => {
    const deployments = [put({ modules: numbered(3) }), put({ modules: numbered(5), at: at('13:00') })];
    const found = findings(deployments).filter(({ kind }) => kind === 'revision-gap');
    expect(found.map(({ text }) => text)).toEqual(['production: nobody recorded number 4 of helm lantern']);
    const records = lanternRecords(deployments, dossier({ policy: PRODUCTION }));
    const all = reconcile(WHOLE, () => records).findings.filter(({ kind }) => kind === 'revision-gap');
    expect(all).toHaveLength(2);
  });

  test('that a deployment lacks are told where Helm deploys, unless it failed', () => {
    const more = { policy: { ...PRODUCTION, data: { ...PRODUCTION.data, ...helm } } };
    expect(kinds(findings([put()], more))).toEqual(['revision-missing']);
    expect(kinds(findings([put({ modules: numbered(1) })], more))).toEqual([]);
    expect(kinds(findings([put({ outcome: 'failed' })], more))).toEqual([]);
  });

  test('cannot tell of what was before the records: the period says so', () => {
    const records = lanternRecords([put()], dossier({ policy: PRODUCTION }));
    const found = reconcile(WHOLE, () => records).findings;
    expect(kinds(found)).toContain('records-begin');
  });
});

describe('deployments', () => {
  const source = { kind: 'command' as const, at: at('11:45'), outcome: 'succeeded' as const, ranBy: 'CI' };
  const { ranBy: _, ...told } = source;
  const seen = { ...told, kind: 'github' as const, id: 7, repository: 'example/lantern' };

  test('of nobody, and without an end, are unexplained', () => {
    const { by: _, ...data } = put({ outcome: 'running' }).data;
    expect(kinds(findings([{ ...put(), data }]))).toEqual(['deployer-unknown', 'outcome-unknown']);
  });

  test('back to an older release say why, or are told', () => {
    const back = {
      kind: 'rollback' as const,
      version: PREVIOUS,
      at: at('13:00'),
      rollback: { from: VERSION },
    };
    const silent = put({ ...back });
    const of = (found: readonly ReconciliationFinding[]) =>
      kinds(found).filter((kind) => kind.startsWith('rollback') || kind === 'step-back');
    expect(of(findings([put(), silent]))).toEqual(['rollback-without-reason']);
    expect(of(findings([put(), { ...silent, body: 'It was dark.' }]))).toEqual([]);
    const trigger = { kind: 'metric' as const, what: '5xx 4 % against 1 %' };
    const measured = put({ ...back, rollback: { from: VERSION, trigger } });
    expect(of(findings([put(), measured]))).toEqual(['rollback-without-reason by trigger']);
    expect(of(findings([put(), put({ version: PREVIOUS, at: at('13:00') })]))).toEqual(['step-back']);
  });

  test('of which sources say different things are told', () => {
    const failed = { ...seen, outcome: 'failed' as const };
    expect(kinds(findings([put({ sources: [source, failed] })]))).toEqual(['sources-disagree']);
    const late = { ...seen, at: at('12:45') };
    expect(kinds(findings([put({ sources: [source, late] })]))).toEqual(['sources-disagree']);
    expect(kinds(findings([put({ sources: [source, seen] })]))).toEqual([]);
  });

  test('that Helm says went back to a revision of another release are told', () => {
    const of = (revision: number, more: object = {}) => ({
      ...{ kind: 'helm' as const, at: at('11:45'), outcome: 'succeeded' as const, release: 'lantern' },
      ...{ revision, file: 'lantern.json', digest: digestOf('aa'), ...more },
    });
    const back = put({
      ...{ kind: 'rollback', version: PREVIOUS, at: at('13:00'), rollback: { from: VERSION } },
      sources: [of(2, { rolledBackTo: 1 })],
    });
    const found = findings([put({ sources: [of(1)] }), { ...back, body: 'It was dark.' }]);
    expect(found.find(({ kind }) => kind === 'sources-disagree')?.text).toContain(
      'revision 1, which was 1.4.0',
    );
  });
});

test('only what nothing accounts for is unexplained', () => {
  const found = findings([put({ version: '9.0.0' })]);
  expect(unexplained(found)).toEqual(found.filter(({ explained }) => explained === null));
  expect(unexplained([])).toEqual([]);
});

test('a product without an environment that is asked about has nothing to be set against', () => {
  const query = { ...WHOLE, products: [{ product: 'lantern', environments: [] }] };
  expect(reconcile(query, () => lanternRecords([put()]))).toMatchObject({
    findings: [],
    counts: { releases: 0 },
  });
});
