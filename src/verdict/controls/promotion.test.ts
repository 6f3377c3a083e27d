import { expect, test } from 'vitest';
import { objectId, opening, pull } from '../testing/index.ts';
import { changeOf, fateOf, leadPolicy, leadRelease, oneChange } from '../testing/one-change.ts';
import { promotion } from './promotion.ts';

const PROMOTED = { commit: objectId('a1'), staging: objectId('a5'), sameTree: true, extra: [] };

test('a merge of staging with the files that were tested passes', () => {
  const release = leadRelease(1, { promotion: PROMOTED });
  expect(promotion.examine(oneChange({ release }))).toEqual({
    result: 'pass',
    reasons: [
      {
        text: `merge ${PROMOTED.commit.slice(0, 12)} of staging at ${PROMOTED.staging.slice(0, 12)} has the files that were tested, and nothing was added`,
        record: release.path,
      },
    ],
  });
});

test('where there is no staging branch there is nothing to promote', () => {
  const direct = leadPolicy({ staging: undefined });
  expect(promotion.examine(oneChange({ policy: direct }))).toEqual({
    result: 'pass',
    reasons: [{ text: 'lantern has no staging branch', record: 'ledger/lantern/policy.md' }],
  });
});

test('a message that tells of a promotion is none: only the second parent is', () => {
  const told = changeOf(12, { title: "Merge branch 'staging' into main", method: 'direct' });
  const fates = [fateOf(told, { disposition: 'excluded', reason: 'promotes the staging branch' })];
  const found = promotion.examine(
    oneChange({ changes: [told], fates, release: leadRelease(1, { promotion: undefined }) }),
  );
  expect(found.result).toBe('fail');
  expect(found.reasons[0]?.text).toContain('has staging as its second parent, whatever messages say');
});

test('a commit beside or after the promotion fails, and is named', () => {
  const extra = [objectId('f1')];
  const release = leadRelease(1, { promotion: { ...PROMOTED, extra } });
  const found = promotion.examine(oneChange({ release }));
  expect(found.result).toBe('fail');
  expect(found.reasons[0]?.text).toContain(`commit ${extra[0]?.slice(0, 12)} was not promoted`);
});

test.each([
  [false, 'fail', 'has other files than those that were tested'],
  [null, 'unproven', 'is not known'],
])('files that are the same: %s gives %s', (sameTree, result, text) => {
  const found = promotion.examine(
    oneChange({ release: leadRelease(1, { promotion: { ...PROMOTED, sameTree } }) }),
  );
  expect(found).toMatchObject({ result, reasons: [{ text: expect.stringContaining(text) }] });
});

test('a harvest that did not look, or a release without a tag, proves nothing', () => {
  const release = leadRelease(1, { branches: undefined, promotion: undefined });
  expect(promotion.examine(oneChange({ release })).result).toBe('unproven');
  expect(promotion.examine(oneChange({ release: null })).result).toBe('unproven');
});

test('the pull request that promoted it is the one that it was opened with', () => {
  const release = leadRelease(1, { promotion: { ...PROMOTED, pullRequest: pull(41) } });
  const examined = (number: number) =>
    promotion.examine(oneChange({ release, opening: opening({ promotion: number }) }));
  expect(examined(41).reasons[0]?.text).toContain('#41 by asha at 2026-02-02T12:00:00+00:00, has the files');
  expect(examined(40)).toMatchObject({
    result: 'fail',
    reasons: [{ text: '#41 promoted the release, and cyra-osei opened it with #40' }],
  });
});
