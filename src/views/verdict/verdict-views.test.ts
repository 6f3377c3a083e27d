import { describe, expect, test } from 'vitest';
import { WaiverSchema } from '../../records/index.ts';
import { dossier, NOW, report, vote } from '../../verdict/testing/index.ts';
import { judge } from '../../verdict/verdict.ts';
import { verdictSentence } from '../verdict-texts.ts';
import { plainTimes } from './plain-times.ts';
import { recordLinks } from './record-links.ts';
import { REASON_ROOM, type ReasonRoom, verdictView } from './verdict-view.ts';

function waiver(control: string, more: Record<string, unknown> = {}) {
  const data = WaiverSchema.parse({
    ...{ schema: 1, product: 'lantern', version: '1.4.0', control, by: 'emil-novak' },
    ...{ at: '2026-02-03T09:00:00+00:00', until: '2026-03-01T00:00:00+00:00' },
    ...more,
  });
  return { data, body: 'We know.\n', path: `ledger/lantern/releases/1.4.0/waivers/${control}.md` };
}

function viewOf(more: Parameters<typeof dossier>[0] = {}, room: ReasonRoom = REASON_ROOM.page) {
  const judged = dossier(more);
  return verdictView(judged, judge(judged), room);
}

describe('the sentence on a verdict', () => {
  test('counts what does not hold first', () => {
    expect(verdictSentence('not-blessed', ['pass', 'fail', 'unproven', 'fail', 'waived', 'after'])).toBe(
      'Not blessed: 2 controls fail, 1 is unproven, 1 passes, 1 is waived, 1 waits for the deployment.',
    );
  });

  test('names controls with whatever comes first', () => {
    expect(verdictSentence('blessed', ['pass'])).toBe('Blessed: 1 control passes.');
  });
});

describe('the verdict as auditors see it', () => {
  test('tells of controls that wait for a deployment apart from those that keep the blessing back', () => {
    const view = viewOf();
    expect(view.open).toEqual([]);
    expect(view.after.map(({ id }) => id)).toContain('blessed-only');
    expect(view.mark.text).toBe('Blessed');
  });

  test('leads each reason to its record, in the time of the product', () => {
    const view = viewOf({ votes: [vote('qa', 'dana-ito', { decision: 'veto' })] });
    const approvals = view.open.find(({ id }) => id === 'approvals');
    expect(approvals?.reasons[0]?.href).toMatch(/^\/audit\/lantern\/1\.4\.0\/votes\/#vote-qa-dana-ito/);
    expect(approvals?.reasons[0]?.text).toContain('3 Feb 2026, 15:30 GMT+5:30');
  });

  test('says who answers for a control, and lets the waiver not count again as a reason', () => {
    const view = viewOf({ recovery: null, waivers: [waiver('recovery-plan')] });
    const [waived] = view.waived;
    expect(waived).toMatchObject({ id: 'recovery-plan', waivers: [{ by: 'emil-novak', counts: true }] });
    expect(waived?.reasons.map(({ text }) => text).join()).not.toContain('waived by');
  });

  test('shows a waiver that is over as one that does not count', () => {
    const over = waiver('recovery-plan', { until: NOW });
    const [open] = viewOf({ recovery: null, waivers: [over] }).open;
    expect(open).toMatchObject({ id: 'recovery-plan', waivers: [{ counts: false }] });
    expect(open?.reasons[0]?.text).toContain('ended at');
  });

  test('tells whether the policy is the one of the harvest', () => {
    expect(viewOf().recorded.differs).toBe(false);
    expect(viewOf({ policyDigest: `sha256:${'1'.repeat(64)}` }).recorded.differs).toBe(true);
    expect(viewOf({ release: null }).recorded.digest).toBeNull();
  });

  test('keeps what has no room as lines', () => {
    const view = viewOf({ stages: [] }, { open: 1, passed: 0 });
    const stages = view.open.find(({ id }) => id === 'stages');
    expect(stages?.reasons.length).toBe(1);
    expect(stages?.further.length).toBeGreaterThan(3);
  });
});

test.each([
  ['ledger/lantern/policy.md', '/audit/lantern/#policy'],
  ['ledger/lantern/releases/1.4.0/release.md', '/audit/lantern/1.4.0/#facts'],
  ['ledger/lantern/releases/1.4.0/opening.md', '/audit/lantern/1.4.0/preparation/#opening'],
  ['ledger/lantern/releases/1.4.0/recovery.md', '/audit/lantern/1.4.0/preparation/#recovery'],
  ['ledger/lantern/releases/1.4.0/checklists/sre.md', '/audit/lantern/1.4.0/preparation/#checklist-sre'],
  ['ledger/lantern/releases/1.4.0/waivers/gates.md', '/audit/lantern/1.4.0/verdict/#waiver-gates'],
  ['ledger/lantern/releases/1.3.0/changes/lantern-11.md', '/audit/lantern/1.3.0/changes/lantern-11/'],
  ['notes/lantern/1.4.0.md', '/lantern/1.4.0/'],
  ['ledger/lantern/releases/1.4.0/stages/none.md', null],
  ['elsewhere.md', null],
])('%s is shown at %s', (record, place) => {
  expect(recordLinks(dossier())(record)).toBe(place);
});

test('an attempt is shown on the page of its stage', () => {
  const attempt = report('unit-tests', 'lantern-api');
  expect(recordLinks(dossier({ stages: [attempt] }))(attempt.path)).toBe(
    '/audit/lantern/1.4.0/stages/3a-unit-tests-lantern-api/#attempt-unit-tests-lantern-api-1',
  );
});

test('what only looks like an instant stays as it is', () => {
  expect(plainTimes('at 2026-99-99T10:00:00+00:00', 'UTC')).toBe('at 2026-99-99T10:00:00+00:00');
});
