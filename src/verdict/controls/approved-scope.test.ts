import { expect, test } from 'vitest';
import { EMERGENCY, FOLDER, opening, pull } from '../testing/index.ts';
import { changeOf, dossierOf, fateOf, noteOf, oneChange } from '../testing/one-change.ts';
import { approvedScope } from './approved-scope.ts';

test('what is on the list passes; what was approved and did not come is said', () => {
  const opened = opening({ scope: ['lantern-12', 'lantern-13'] });
  expect(approvedScope.examine(oneChange({ opening: opened }))).toEqual({
    result: 'pass',
    reasons: [
      { text: '1 change by the list of cyra-osei', record: opened.path },
      { text: 'lantern-13 was approved and did not come', record: opened.path },
    ],
  });
});

test('what is not on the list fails, with its id', () => {
  const changes = dossierOf([changeOf(12), changeOf(14)]);
  const found = approvedScope.examine({ ...changes, opening: opening({ scope: ['lantern-12'] }) });
  expect(found).toEqual({
    result: 'fail',
    reasons: [
      {
        text: 'lantern-14 is not on the list of cyra-osei',
        record: `${FOLDER}/changes/lantern-14.md`,
      },
    ],
  });
});

test('leaving a change untold does not bring it into scope; what the rules exclude is outside of it', () => {
  const [told, untold, build] = [changeOf(12), changeOf(14), changeOf(15)];
  const scope = opening({ scope: ['lantern-12'] });
  const excluded = { disposition: 'excluded', reason: 'for a reason' } as const;
  const note = { ...noteOf([told, untold]), bulletIds: ['lantern-12'] };
  const changes = [told, untold, build];
  const removed = [fateOf(told), fateOf(untold, excluded), fateOf(build, excluded)];
  const found = approvedScope.examine(oneChange({ changes, fates: removed, note, opening: scope }));
  expect(found.reasons.map(({ text }) => text)).toEqual(['lantern-14 is not on the list of cyra-osei']);
  const wider = opening({ scope: ['lantern-12', 'lantern-14'] });
  const passed = approvedScope.examine(oneChange({ changes, fates: removed, note, opening: wider }));
  expect(passed).toMatchObject({
    result: 'pass',
    reasons: [{}, { text: 'lantern-15 needs no approval: for a reason' }],
  });
});

test('a list that was written after the tag approves nothing, but in an emergency', () => {
  const late = { openedAt: '2026-02-05T10:00:00+00:00', scope: ['lantern-12'] };
  expect(approvedScope.examine(oneChange({ opening: opening(late) }))).toMatchObject({
    result: 'unproven',
    reasons: [{ text: expect.stringContaining('written afterwards') }],
  });
  const emergency = opening({ ...late, emergency: EMERGENCY });
  expect(approvedScope.examine(oneChange({ opening: emergency })).result).toBe('pass');
});

test.each([
  ['1.4.0', 'pass', '1 change by milestone'],
  ['v1.4', 'pass', ''],
  ['1.10.0', 'fail', 'lantern-12 was meant for "1.10.0", not for 1.4.0'],
  [undefined, 'unproven', 'nobody wrote what was approved for 1.4.0'],
])('without a list the milestone %s is %s', (milestone, result, text) => {
  const change = changeOf(12, { pullRequests: [pull(12, { milestone })] });
  const found = approvedScope.examine(dossierOf([change]));
  expect(found.result).toBe(result);
  expect(found.reasons[0]?.text).toContain(text);
});

test('where some have a milestone, each one without is named', () => {
  const without = changeOf(14, { pullRequests: [pull(14, { milestone: undefined })] });
  expect(approvedScope.examine(dossierOf([changeOf(12), without]))).toEqual({
    result: 'unproven',
    reasons: [{ text: 'lantern-14 has no milestone, and there is no list', record: without.path }],
  });
});

test("a copy's original was meant for another release", () => {
  const backport = { pullRequest: 20, commit: null, because: 'the title says so' };
  const original = changeOf(12, { backport, pullRequests: [pull(12, { milestone: '1.8.0' })] });
  expect(approvedScope.examine(dossierOf([original])).result).toBe('unproven');
  const carried = changeOf(12, { backport, pullRequests: [pull(20), pull(12, { milestone: '1.8.0' })] });
  expect(approvedScope.examine(dossierOf([carried])).result).toBe('pass');
});
