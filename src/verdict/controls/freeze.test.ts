import { expect, test } from 'vitest';
import type { PolicyInput } from '../../records/index.ts';
import { at, dossier, EMERGENCY, opening, policy } from '../testing/index.ts';
import { freeze } from './freeze.ts';

type FreezeInput = NonNullable<PolicyInput['freezes']>[number];

const FREEZE: FreezeInput = {
  from: at('11:30'),
  until: at('11:30', '2026-02-05'),
  because: 'the end of the quarter',
};
const frozen = (more: Partial<FreezeInput> = {}) => ({
  policy: policy({ freezes: [{ ...FREEZE, ...more }] }),
});
const resultOf = (...given: Parameters<typeof dossier>) => freeze.examine(dossier(...given)).result;

test('passes outside of a freeze', () => {
  expect(resultOf()).toBe('pass');
  expect(resultOf(frozen({ from: at('11:31') }))).toBe('pass');
  expect(resultOf(frozen({ from: at('10:00'), until: at('11:29') }))).toBe('pass');
});

test('fails in one, the first and the last second included, and says why', () => {
  expect(freeze.examine(dossier(frozen()))).toMatchObject({
    result: 'fail',
    reasons: [
      {
        text: expect.stringMatching(
          /^1\.4\.0 was released at .*, in the freeze from .*: the end of the quarter$/,
        ),
      },
    ],
  });
  expect(resultOf(frozen({ from: at('10:00'), until: at('11:30') }))).toBe('fail');
});

test('lets out what the policy excepts', () => {
  expect(resultOf({ ...frozen(), opening: opening({ emergency: EMERGENCY }) })).toBe('pass');
  expect(resultOf({ ...frozen({ except: [] }), opening: opening({ emergency: EMERGENCY }) })).toBe('fail');
  expect(resultOf(frozen({ except: ['minor'] }))).toBe('pass');
});

test('before the tag goes by when it is due', () => {
  expect(resultOf({ ...frozen(), release: null })).toBe('fail');
  expect(resultOf({ ...frozen(), release: null, opening: opening({ due: undefined }) })).toBe('unproven');
});

test('an emergency declared after the release is none', () => {
  const later = opening({ emergency: { ...EMERGENCY, declaredAt: at('12:00') } });
  expect(resultOf({ ...frozen(), opening: later })).toBe('fail');
});
