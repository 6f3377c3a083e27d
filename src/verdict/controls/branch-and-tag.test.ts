import { expect, test } from 'vitest';
import { objectId, policy } from '../testing/index.ts';
import { leadPolicy, leadRelease, oneChange, TAG } from '../testing/one-change.ts';
import { branchAndTag } from './branch-and-tag.ts';

test('an annotated tag by the pattern on the branch of releases passes and says what it is', () => {
  const found = branchAndTag.examine(oneChange());
  expect(found.result).toBe('pass');
  expect(found.reasons.map(({ text }) => text)).toEqual([
    `1.4.0 is tag v1.4.0, annotated and not signed, object ${TAG.object.slice(0, 12)} at commit ${TAG.commit.slice(0, 12)}`,
    `commit ${TAG.commit.slice(0, 12)} is on main`,
  ]);
  const signed = leadRelease(1, { tag: { ...TAG, kind: 'signed' } });
  expect(branchAndTag.examine(oneChange({ release: signed })).reasons[0]?.text).toContain('signed, object');
});

test.each(['tag-moved', 'tag-ambiguous', 'tag-missing'] as const)(
  '%s fails with what was noticed',
  (kind) => {
    const text = `tag v1.4.0 was moved from ${objectId('aa')} to ${objectId('bb')}`;
    const release = leadRelease(1, { events: [{ kind, text }] });
    expect(branchAndTag.examine(oneChange({ release }))).toMatchObject({
      result: 'fail',
      reasons: [{ text, record: release.path }],
    });
  },
);

test('a lightweight tag fails where the policy asks for more', () => {
  const release = leadRelease(1, { tag: { ...TAG, kind: 'lightweight' } });
  expect(branchAndTag.examine(oneChange({ release })).result).toBe('fail');
  const judgedBy = policy({ annotatedTags: false });
  expect(branchAndTag.examine(oneChange({ release, policy: judgedBy })).result).toBe('pass');
});

test('any pattern of the policy names a release, for a newer one judges no older release', () => {
  const judgedBy = leadPolicy({ tags: ['v{version}', '{version}'] });
  for (const name of ['v1.4.0', '1.4.0']) {
    const release = leadRelease(1, { tag: { ...TAG, name } });
    expect(branchAndTag.examine(oneChange({ policy: judgedBy, release })).result).toBe('pass');
  }
  const release = leadRelease(1, { tag: { ...TAG, name: 'release-1.4.0' } });
  expect(branchAndTag.examine(oneChange({ policy: judgedBy, release }))).toMatchObject({
    result: 'fail',
    reasons: [{ text: 'the tag is called release-1.4.0, and by the policy v1.4.0 or 1.4.0' }],
  });
});

test.each([
  [['release-{major}.{minor}'], ['release-1.4'], 'pass'],
  [['release-{major}.{minor}'], ['origin/release-1.4'], 'pass'],
  [['release/{version}'], ['release/1.4.0', 'other'], 'pass'],
  [['release/{version}'], ['main'], 'pass'],
  [['release/{version}'], ['feature'], 'fail'],
  [[], [], 'fail'],
  [[], undefined, 'unproven'],
])('branches %o of the policy, %o of the clone: %s', (releaseBranches, branches, result) => {
  const dossier = oneChange({ policy: policy({ releaseBranches }), release: leadRelease(1, { branches }) });
  expect(branchAndTag.examine(dossier).result).toBe(result);
});

test('a policy that names no branch proves nothing', () => {
  const judgedBy = leadPolicy({ branch: undefined });
  expect(branchAndTag.examine(oneChange({ policy: judgedBy })).result).toBe('unproven');
});
