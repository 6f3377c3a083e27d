import { expect, test } from 'vitest';
import type { Opening } from '../../records/index.ts';
import type { Dossier } from '../dossier.ts';
import { API, allReports, at, dossier, EMERGENCY, LEAD, opening } from '../testing/index.ts';
import { emergency } from './emergency.ts';

const examine = (declared: Partial<NonNullable<Opening['emergency']>>, more: Partial<Dossier> = {}) =>
  emergency.examine(dossier({ opening: opening({ emergency: { ...EMERGENCY, ...declared } }), ...more }));

test('passes where none was declared', () => {
  expect(emergency.examine(dossier())).toMatchObject({
    result: 'pass',
    reasons: [{ text: 'no emergency was declared' }],
  });
  expect(emergency.examine(dossier({ opening: null })).result).toBe('pass');
});

test('passes with incident, stages and votes, and names the incident', () => {
  expect(examine({})).toMatchObject({
    result: 'pass',
    reasons: [
      { text: 'cyra-osei declared an emergency at 2026-02-03T11:00:00+00:00 for INC-77' },
      {},
      {},
      {},
      {},
      {},
      {},
    ],
  });
});

test.each([
  [{ incident: '  ' }, 'the emergency names no incident'],
  [{ declaredBy: 'nobody' }, 'the emergency was declared by "nobody", who is not in the roster'],
  [{ declaredAt: at('11:31') }, expect.stringContaining('after the release of 2026-02-03T11:30:00+00:00')],
  [{ declaredAt: at('06:00', '2026-02-09') }, expect.stringContaining('after the release')],
])('fails for %j', (declared, text) => {
  expect(examine(declared)).toMatchObject({
    result: 'fail',
    reasons: expect.arrayContaining([expect.objectContaining({ text })]),
  });
});

test('needs the stages of an emergency', () => {
  const without = allReports().filter(({ data }) => data.stage !== 'unit-tests');
  expect(examine({}, { stages: without }).result).toBe('unproven');
  const failed = allReports().map((given) => ({
    ...given,
    data: { ...given.data, result: 'failed' as const },
  }));
  expect(examine({}, { stages: failed }).result).toBe('fail');
});

test('before its tag may collect votes for as long as it takes', () => {
  const modules = [{ id: LEAD }, { id: API }];
  const open = { release: null, votes: [], opening: opening({ emergency: EMERGENCY, modules }) };
  expect(emergency.examine(dossier(open)).result).toBe('pass');
});
