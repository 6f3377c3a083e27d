import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPORT_FORMATS, STAGES } from '../../src/records/index.ts';
import { CONTROLS } from '../../src/verdict/controls.ts';
import type { Dossier } from '../../src/verdict/dossier.ts';
import { countedVotes } from '../../src/verdict/standing-votes.ts';
import { judge } from '../../src/verdict/verdict.ts';
import { votingPhase } from '../../src/verdict/voting-phase.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import { LedgerReader } from '../store/read.ts';
import { SAMPLE_NOW } from './sample-day.ts';

const PRODUCTS = ['director', 'litmus', 'openebs'];

const reader = new LedgerReader(path.resolve('content'));
const dossiers = PRODUCTS.flatMap((product) =>
  reader.versions(product).map((version) => readDossier(reader, product, version, SAMPLE_NOW)),
);

const verdicts = dossiers.map((dossier) => judge(dossier));

function dossierOf(name: string): Dossier {
  const found = dossiers.find(({ product, version }) => `${product} ${version}` === name);
  if (found === undefined) throw new Error(`the sample has no ${name}`);
  return found;
}

/** "blessed", and the controls of a release that are not passed, as "gates: fail". */
function judged(name: string, now = SAMPLE_NOW): { verdict: string; open: string[] } {
  const { verdict, controls } = judge({ ...dossierOf(name), now });
  const after = new Set(CONTROLS.filter((each) => each.comesAfter).map(({ id }) => id));
  const open = controls.filter(({ id, result }) => result !== 'pass' && !after.has(id));
  return { verdict, open: open.map(({ id, result }) => `${id}: ${result}`) };
}

function reasonsOf(name: string, control: string, now = SAMPLE_NOW): string {
  const { controls } = judge({ ...dossierOf(name), now });
  const found = controls.find(({ id }) => id === control);
  return (found?.reasons ?? []).map(({ text }) => text).join('\n');
}

describe('verdicts of the sample', () => {
  test.each([
    ['director 1.25.0', 'stages after a second attempt, votes of everybody'],
    ['director 1.25.1', 'an emergency whose votes came in time'],
    ['director 1.26.2', 'a vote by command'],
  ])('%s is blessed: %s', (name) => {
    expect(judged(name)).toEqual({ verdict: 'blessed', open: [] });
  });

  test('1.26.1 of Director was blessed until it was rolled back: valid votes beside such as do not count', () => {
    expect(judged('director 1.26.1', '2026-09-24T12:00:00+00:00')).toEqual({ verdict: 'blessed', open: [] });
    expect(judged('director 1.26.1')).toEqual({ verdict: 'not-blessed', open: ['notes-ready: fail'] });
    expect(reasonsOf('director 1.26.1', 'blessed-only')).toContain('was blessed by then');
  });

  test('1.5 of Litmus ran without a blessing, and its portal before what it needs', () => {
    expect(reasonsOf('litmus 1.5', 'blessed-only')).toContain('was not blessed when it was deployed');
    expect(reasonsOf('litmus 1.5', 'deploy-order')).toContain('litmus-portal 1.5 was in use');
  });

  test.each([
    ['litmus 1.6', ['independence: waived', 'traceable: waived']],
    ['openebs 1.11.1', ['independence: waived']],
  ])('%s is blessed with what somebody answers for', (name, open) => {
    expect(judged(name)).toEqual({ verdict: 'blessed', open });
  });

  test('a waiver that ends takes the blessing with it', () => {
    expect(judged('openebs 1.11.1', '2026-12-31T00:00:00+00:00')).toEqual({
      verdict: 'not-blessed',
      open: ['independence: fail'],
    });
    expect(reasonsOf('openebs 1.12.0', 'gates')).toContain('the waiver of vikram-nair ended at');
  });

  test('a release that fails elsewhere has a control that somebody answers for', () => {
    expect(judged('director 1.24.0').open).toContain('version-bump: waived');
  });

  test('1.26.0 of Director is unproven: a scan without a date, a suite without tests', () => {
    expect(judged('director 1.26.0')).toEqual({
      verdict: 'unproven',
      open: ['stages: unproven', 'gates: unproven'],
    });
  });

  test.each([
    ['director 1.24.0', 'gates', 'http_req_duration.p95 <= 400'],
    ['director 1.24.0', 'approvals', 'tomasz-zielinski said NO-GO'],
    ['director 1.24.1', 'approvals', 'sana-qureshi said VETO as qa'],
    ['litmus 1.4.1', 'emergency', 'module-lead of chaos-runner: 0 of 1 GO'],
    ['litmus 1.5', 'freeze', 'three customers hold their game days'],
    ['litmus 1.5', 'approvals', 'management: 0 of 1 GO'],
    ['litmus 1.5', 'stages', 'stage 5 (Publish chart) of chaos-runner has no report'],
    ['litmus 1.5', 'bound-votes', 'what it was about is not cleared up'],
    ['openebs 1.11.0', 'stages', '(1 later run of a part only)'],
    ['openebs 1.11.0', 'approvals', 'qa: 0 of 1 GO'],
    ['openebs 1.12.0', 'gates', 'CVE-2026-90101'],
    ['openebs 1.12.0', 'checklists', 'qa: not ticked'],
    ['openebs 1.12.0-RC1', 'evidence-bound', 'image-scan of openebs: on commit'],
  ])('%s is not blessed: %s', (name, control, words) => {
    expect(judged(name).verdict).toBe('not-blessed');
    expect(reasonsOf(name, control)).toContain(words);
  });

  test('the release of today still collects its votes', () => {
    const today = dossierOf('director 1.26.3');
    expect(today.release).toBeNull();
    expect(votingPhase(today)).toMatchObject({ state: 'open' });
    expect(judged('director 1.26.3').open).toContain('approvals: unproven');
    expect(reasonsOf('director 1.26.3', 'approvals')).toContain('qa: 0 of 1 GO; votes may come until');
    expect(reasonsOf('director 1.26.3', 'stages')).toContain('integration: attempt 1');
    expect(reasonsOf('director 1.26.3', 'recovery-plan')).toContain('"TODO" is on call');
  });

  test('nothing older than the record of votes is blessed', () => {
    const without = dossiers.filter(({ votes }) => votes.length === 0);
    expect(without.length).toBeGreaterThan(10);
    for (const dossier of without) expect(judge(dossier).verdict).not.toBe('blessed');
  });
});

describe('the process over the releases', () => {
  test('an emergency ships before its votes, which un-bless it when they do not come', () => {
    const collecting = judged('director 1.25.1', '2026-09-22T12:00:00+00:00');
    expect(collecting).toEqual({ verdict: 'blessed', open: [] });
    expect(judged('litmus 1.4.1', '2026-02-21T00:00:00+00:00').open).toEqual(['independence: fail']);
    expect(judged('litmus 1.4.1').open).toEqual(['approvals: fail', 'independence: fail', 'emergency: fail']);
  });

  test.each([
    ['director-web', 'coverage'],
    ['director-api', 'tests'],
  ] as const)('what the reports measure of %s moves: %s', (module, measure) => {
    const runs = dossiers
      .filter(({ product }) => product === 'director')
      .flatMap(({ stages }) => stages.map(({ data }) => data))
      .filter((report) => report.module === module && report.stage === 'unit-tests');
    const values = runs.map(({ measured }) =>
      measure === 'coverage' ? measured.coverage?.lines.covered : measured.tests?.passed,
    );
    expect(new Set(values).size).toBeGreaterThan(3);
  });
});

describe('the sample shows everything', () => {
  test('every verdict, and every result of a control', () => {
    expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(
      new Set(['blessed', 'not-blessed', 'unproven']),
    );
    const results = verdicts.flatMap(({ controls }) => controls.map(({ result }) => result));
    expect(new Set(results)).toEqual(new Set(['pass', 'fail', 'unproven', 'waived']));
  });

  test('every control passes somewhere and does not elsewhere', () => {
    for (const { id } of CONTROLS) {
      const results = verdicts.map(({ controls }) => controls.find((control) => control.id === id)?.result);
      expect(results.includes('pass'), id).toBe(true);
      expect(
        results.some((result) => result !== 'pass'),
        id,
      ).toBe(true);
    }
  });

  test('every state of a vote, every decision, every place to vote in', () => {
    const votes = dossiers.flatMap(countedVotes);
    expect(new Set(votes.map(({ state }) => state))).toEqual(
      new Set(['valid', 'stale', 'unbound', 'out-of-role', 'late', 'edited', 'self']),
    );
    expect(votes.some(({ replacedBy }) => replacedBy !== null)).toBe(true);
    expect(new Set(votes.map(({ vote }) => vote.data.decision))).toEqual(
      new Set(['go', 'no-go', 'veto', 'abstain']),
    );
    expect(new Set(votes.map(({ vote }) => vote.data.source.kind))).toEqual(
      new Set(['github-review', 'slack', 'command']),
    );
  });

  test('every stage, every format, every outcome of an attempt', () => {
    const reports = dossiers.flatMap(({ stages }) => stages.map(({ data }) => data));
    expect(new Set(reports.map(({ stage }) => stage))).toEqual(new Set(STAGES.map(({ id }) => id)));
    expect(new Set(reports.flatMap(({ evidence }) => evidence.map(({ format }) => format)))).toEqual(
      new Set(REPORT_FORMATS),
    );
    expect(new Set(reports.map(({ result }) => result))).toEqual(new Set(['passed', 'failed', 'unproven']));
    expect(reports.some(({ attempt }) => attempt > 1)).toBe(true);
    expect(reports.some(({ full }) => !full)).toBe(true);
  });
});
