import { describe, expect, test } from 'vitest';
import { deploymentTimeline, type RecordedDeployment } from '../../history/deployments/timeline.ts';
import type { Note } from '../../records/index.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import {
  API,
  at,
  DIGESTS,
  deployment,
  dossier,
  ENVIRONMENTS,
  LEAD,
  note,
  PRODUCT,
  policy,
  report,
  VERSION,
  vote,
  WEB,
} from '../../verdict/testing/index.ts';
import type { FactPart, FactView } from '../fact-view.ts';
import { deploymentAround } from './deployment-around.ts';
import { deploymentPage } from './deployment-page.ts';
import type { EnvironmentNow } from './environment-now.ts';
import { productEnvironments } from './product-environments.ts';

const POLICY = policy({ environments: ENVIRONMENTS });

interface Words {
  dossier?: Dossier | null;
  taken?: { dossier: Dossier | null; note: Note | null };
  policy?: typeof POLICY;
}

/** The page of one of some deployments: of the last one where no other is meant. */
function pageOf(records: readonly RecordedDeployment[], words: Words = {}, shown = records.at(-1)) {
  const { data } = words.policy ?? POLICY;
  const product = productEnvironments({
    ...{ product: PRODUCT, name: 'Lantern', policy: data, now: Date.parse(at('06:00', '2026-02-05')) },
    versions: new Set([VERSION]),
    timelines: data.environments.map(({ id }) => ({
      id,
      timeline: deploymentTimeline(
        records.filter((record) => record.data.environment === id),
        15,
      ),
    })),
    releases: {
      versions: [VERSION],
      facts: {
        modules: new Set(),
        rollbacks: [],
        verdictOf: () => 'blessed',
        namedDigests: () => new Set<string>(),
      },
      recoveryOf: () => null,
      partsOf: () => null,
    },
    publicNames: { product: 'Lantern', module: () => null },
  });
  const now = product.environments.find(
    ({ environment }) => environment.id === shown?.data.environment,
  ) as EnvironmentNow;
  const event = now.timeline.find(({ record }) => record === shown);
  if (event === undefined) throw new Error('no such deployment');
  const { dossier: own = dossier({ policy: POLICY }), taken = { dossier: null, note: null } } = words;
  return deploymentPage({
    event,
    environment: now.environment,
    policy: product.policy,
    around: deploymentAround({ event, now, product, note: taken.note }),
    dossier: own,
    taken: taken.dossier,
    evidence: () => null,
    files: () => '/file',
  });
}

function textOf(part: FactPart): string {
  if (part.is === 'mark') return part.mark.text;
  if (part.is === 'time') return part.time.instant;
  return part.is === 'account' ? part.account.name : part.text;
}

function fact(facts: readonly FactView[], name: string): string | undefined {
  return facts
    .find((each) => each.name === name)
    ?.parts.map(textOf)
    .join(' ');
}

function rollback(more: Partial<Parameters<typeof deployment>[0]> = {}) {
  return deployment({
    ...{ kind: 'rollback', version: '1.3.2', at: at('13:00'), finishedAt: at('13:10') },
    modules: [{ id: LEAD, version: '1.3.2', digest: DIGESTS.other }],
    rollback: { from: VERSION, detectedAt: at('12:50'), restoredAt: at('13:14'), bad: true },
    ...more,
  });
}

describe('a deployment', () => {
  test('says of each image whether it was tested', () => {
    const modules = [
      { id: LEAD, version: VERSION, digest: DIGESTS.lead },
      { id: API, version: VERSION, digest: DIGESTS.other },
      { id: WEB, version: '1.3.1' },
    ];
    const { table } = pageOf([deployment({ modules })]).modules;
    expect(table.rows.map((row) => textOf(row[3]?.[0] as FactPart))).toEqual([
      'tested',
      'not what was tested',
      'did not move',
    ]);
  });

  test('says what each module was before', () => {
    const before = deployment({
      version: '1.3.2',
      at: at('09:00'),
      modules: [{ id: LEAD, version: '1.3.2' }],
    });
    const { table } = pageOf([before, deployment()]).modules;
    expect(table.rows.map((row) => textOf(row[2]?.[0] as FactPart))).toEqual([
      '1.3.2',
      'was not there',
      'was not there',
    ]);
  });

  test('has its rollout step by step', () => {
    const steps = [
      { at: at('11:50'), weight: 10 },
      { at: at('12:00'), weight: 100 },
    ];
    const { rollout } = pageOf([deployment({ rollout: steps })]);
    expect(rollout?.rows.map((row) => row.flat().map(textOf))).toEqual([
      ['10 %', at('11:50'), '5\u00a0min'],
      ['100 %', at('12:00'), '15\u00a0min'],
    ]);
  });

  test('knows what came before it and what after', () => {
    const first = deployment({ version: '1.3.2', at: at('09:00') });
    const { facts } = pageOf([first, deployment()], {}, first);
    expect(fact(facts, 'Before it')).toBe('It is the first that is recorded.');
    expect(fact(facts, 'After it')).toContain(VERSION);
  });

  test('without a dossier can be judged by nobody', () => {
    const page = pageOf([deployment()], { dossier: null });
    expect(page.judgement).toBeNull();
    expect(textOf(page.modules.table.rows[0]?.[3]?.[0] as FactPart)).toBe('no dossier');
  });

  test('that failed says nothing of the order of modules', () => {
    const ordered = policy({
      environments: ENVIRONMENTS,
      modules: POLICY.data.modules.map((each) =>
        each.id === WEB ? { ...each, dependsOn: [{ module: API }] } : each,
      ),
    });
    const fine = (outcome: 'failed' | 'succeeded') =>
      pageOf([deployment({ outcome })], { policy: ordered }).order.fine;
    expect(fine('succeeded')).toContain('came after what it needs');
    expect(fine('failed')).toContain('not known to have put anything in place');
  });
});

describe('the judgement', () => {
  test('is told as known then and as known now', () => {
    const late = { ...vote('qa', 'dana-ito'), data: { ...vote('qa', 'dana-ito').data, castAt: at('12:00') } };
    const others = dossier({ policy: POLICY }).votes.filter(({ data }) => data.role !== 'qa');
    const { judgement } = pageOf([deployment()], {
      dossier: dossier({ policy: POLICY, votes: [...others, late] }),
    });
    expect(judgement?.atDeployment.mark.text).toBe('Not blessed');
    expect(judgement?.controls?.rows.map((row) => textOf(row[0]?.[0] as FactPart))).toContain('Approvals');
  });

  test('has the verdict that was pinned beside it, and whether the policy is the same', () => {
    const verdictThen = { verdict: 'unproven' as const, policy: `sha256:${'1'.repeat(64)}` };
    const pinned = pageOf([deployment({ verdictThen })]).judgement?.pinned;
    expect(pinned?.mark.text).toBe('Unproven');
    expect(pinned?.parts.map(textOf).join(' ')).toContain('another policy');
    expect(pageOf([deployment()]).judgement?.pinned).toBeNull();
  });

  test('has no table where every control held and holds', () => {
    const { judgement } = pageOf([deployment()]);
    expect(judgement).toMatchObject({ atDeployment: { mark: { text: 'Blessed' } }, controls: null });
  });
});

describe('sources', () => {
  const command = { kind: 'command' as const, at: at('11:45'), outcome: 'succeeded' as const, ranBy: 'CI' };

  test('that disagree are held against each other', () => {
    const helm = {
      ...{ kind: 'helm' as const, at: '2026-02-03T11:45:43+00:00', outcome: 'failed' as const },
      ...{ release: 'lantern', revision: 7, file: 'history.json', digest: DIGESTS.other },
    };
    const { sources } = pageOf([deployment({ sources: [command, helm] })]);
    expect(sources.contradict).toBe(true);
    expect(sources.sentences).toEqual([
      'Sources disagree on how it ended: The command says “succeeded”, Helm says “failed”.',
      'Clocks differ by 43\u00a0s.',
    ]);
    expect(sources.table.rows[1]?.at(-1)).toEqual([{ is: 'link', text: 'history.json', href: '/file' }]);
  });

  test('one alone is confirmed by nothing', () => {
    expect(pageOf([deployment()]).sources.sentences).toEqual([
      'There is one source: nothing else confirms it.',
    ]);
  });
});

describe('the snapshot', () => {
  test('tells what ran right after it, and what its neighbour ran then, whatever came later', () => {
    const staged = deployment({ environment: 'staging', at: at('09:00') });
    const older = deployment({
      version: '1.3.2',
      at: at('10:00'),
      modules: [{ id: LEAD, version: '1.3.2' }],
    });
    const { snapshot } = pageOf([staged, older, deployment()], {}, older);
    expect(snapshot.table?.columns.at(-1)?.text).toBe('staging');
    expect(snapshot.table?.rows.map((row) => [row[1], row.at(-1)].map((cell) => cell?.map(textOf)))).toEqual([
      [['1.3.2'], [VERSION, 'other version']],
    ]);
  });

  test('of one that is under way is what ran when it began', () => {
    const { snapshot } = pageOf([deployment(), deployment({ at: at('13:00'), outcome: 'running' })]);
    expect(snapshot.title).toBe('What ran here when it began');
    expect(snapshot.table?.rows).toHaveLength(3);
  });
});

test('checks that ran in the environment belong to the deployment', () => {
  const check = report('sanity', null, { environment: 'production', ranAt: at('12:30') });
  const other = report('sanity', null, { environment: 'staging', ranAt: at('12:30') });
  const { checks } = pageOf([deployment()], { dossier: dossier({ policy: POLICY, stages: [check, other] }) });
  expect(checks.checks).toMatchObject([{ title: 'Sanity checks', result: { text: 'passed' } }]);
});

describe('a rollback', () => {
  test('has what was taken away, how long it had run, and how long it took to recover', () => {
    const page = pageOf([deployment({ finishedAt: at('12:00') }), rollback()], { dossier: null });
    const facts = page.rollback?.facts ?? [];
    expect(fact(facts, 'From')).toBe(VERSION);
    expect(fact(facts, 'At fault')).toBe('at fault');
    expect(fact(facts, 'Recovery time')).toBe('24\u00a0min');
    expect(fact(facts, 'Had run for')).toBe('1\u00a0h 10\u00a0min'.replace(' ', '\u00a0'));
    expect(page.rollback?.warnings.map(({ kind }) => kind)).toEqual(['danger']);
  });

  test('shows each module from image to image', () => {
    const { moved } = pageOf([deployment(), rollback()], { dossier: null }).rollback ?? {};
    expect(moved?.table.rows.map((row) => row.flat().map(textOf).slice(0, 4))).toEqual([
      [LEAD, VERSION, DIGESTS.lead, '1.3.2'],
      [API, VERSION, DIGESTS.api, 'not there'],
      [WEB, '1.3.1', 'not recorded', 'not there'],
    ]);
  });

  test('repeats what customers were told', () => {
    const { data } = note();
    const withdrawn = { ...data, withdrawn: { reason: 'Lights went out.', use: '1.3.2' } };
    const told = (taken: Note | null) =>
      fact(
        pageOf([deployment(), rollback()], { taken: { dossier: null, note: taken } }).rollback?.facts ?? [],
        'Customers were told',
      );
    expect(told(withdrawn)).toContain('Lights went out. Use 1.3.2 instead.');
    expect(told(data)).toContain('does not say that it was withdrawn');
    expect(told(null)).toContain('it has no note');
  });

  test('has the votes on what was taken away, as they stood when it began', () => {
    const later = vote('sre', 'cyra-osei', { castAt: at('14:00') });
    const taken = dossier({ policy: POLICY, votes: [later, vote('qa', 'dana-ito')] });
    const { votes } =
      pageOf([deployment(), rollback()], { taken: { dossier: taken, note: null } }).rollback ?? {};
    const rows = votes?.table?.rows.map((row) => row.flat().map(textOf).join(' ')) ?? [];
    expect(rows.find((row) => row.startsWith('QA'))).toContain('dana-ito');
    expect(rows.find((row) => row.startsWith('SRE'))).toContain('nobody yet');
  });

  test('keeps what was written from doing harm', () => {
    const page = pageOf([deployment(), { ...rollback(), body: 'Slow.<script>x</script>' }]);
    expect(page.said).toMatchObject({ is: 'html', html: expect.not.stringContaining('<script>') });
  });
});
