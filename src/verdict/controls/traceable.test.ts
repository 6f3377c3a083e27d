import { expect, test } from 'vitest';
import type { Change, ChangeInput } from '../../records/index.ts';
import type { Dossier, Written } from '../dossier.ts';
import { FOLDER, objectId, pull } from '../testing/index.ts';
import { changeOf, dossierOf, fateOf, leadRelease, noteOf, oneChange } from '../testing/one-change.ts';
import { traceable } from './traceable.ts';

test('a fix with pull request, issue, message, author and merger is followed', () => {
  const found = traceable.examine(oneChange());
  expect(found.result).toBe('pass');
  expect(found.reasons[0]).toEqual({
    text: '1 commit accounted for, 1 change followed to reason and people',
    record: `${FOLDER}/release.md`,
  });
});

function withChange(change: Written<Change>): Dossier {
  return dossierOf([change]);
}

const DIRECT: Partial<ChangeInput> = {
  pullRequest: null,
  pullRequests: undefined,
  method: 'direct',
  landedBy: 'asha',
  issues: [1],
};
const TITLE_ONLY = '```text\nfix: keep the light on\n```\n';

test.each<[string, Written<Change>, 'pass' | 'fail' | 'unproven', string]>([
  ['a direct commit that says why', changeOf(12, DIRECT), 'pass', 'accounted for'],
  [
    'a direct commit that does not',
    changeOf(12, DIRECT, TITLE_ONLY),
    'fail',
    'of asha has no pull request and does not say why',
  ],
  [
    'a platform that nobody asked',
    changeOf(12, { ...DIRECT, platformAsked: undefined }),
    'unproven',
    'was not asked',
  ],
  [
    'an author who is gone',
    changeOf(12, { pullRequests: [pull(12, { author: null })] }),
    'unproven',
    '#12 is of an account that is gone',
  ],
  [
    'no merger',
    changeOf(12, { pullRequests: [pull(12, { merger: null })] }),
    'unproven',
    'who merged it is not known',
  ],
  [
    'no issue',
    changeOf(12, { pullRequests: [pull(12, { linkedIssues: [] })] }),
    'fail',
    'lantern-12 is linked to no issue',
  ],
  [
    'an issue of the message',
    changeOf(12, { issues: [3], pullRequests: [pull(12, { linkedIssues: [] })] }),
    'pass',
    '',
  ],
  [
    'documentation without issue',
    changeOf(12, { kind: 'docs', pullRequests: [pull(12, { linkedIssues: [] })] }),
    'pass',
    '',
  ],
  [
    'a bot without issue',
    changeOf(12, {
      pullRequests: [pull(12, { linkedIssues: [], author: { login: 'renovate', kind: 'bot' } })],
    }),
    'pass',
    '',
  ],
  ['a squash of a title', changeOf(12, {}, TITLE_ONLY), 'fail', 'says nothing below its title'],
  [
    'a squash with trailers only',
    changeOf(12, {}, '```text\nfix: x (#12)\n\nSigned-off-by: asha\n```\n'),
    'fail',
    'says nothing',
  ],
  [
    'a squash whose pull request says why',
    changeOf(12, {}, `${TITLE_ONLY}\n## Pull request #12\n\n\`\`\`text\nEach line was asked for.\n\`\`\`\n`),
    'pass',
    '',
  ],
  ['a merge of a title', changeOf(12, { method: 'merge' }, TITLE_ONLY), 'pass', ''],
  ['a title that is cut off', changeOf(12, { title: 'keep the light o…' }), 'fail', 'is cut off'],
  ['an unfinished title', changeOf(12, { title: 'WIP light' }), 'fail', 'unfinished'],
])('%s', (_name, change, result, text) => {
  const found = traceable.examine(withChange(change));
  expect(found.result).toBe(result);
  expect(found.reasons.map((reason) => reason.text).join('\n')).toContain(text);
  if (result !== 'pass') expect(found.reasons[0]?.record).toBe(change.path);
});

test('a commit that no rule accounts for, and rows that are missing, fail', () => {
  const change = changeOf(12);
  const lost = fateOf(change, { commit: objectId('0f'), change: null, disposition: 'unresolved' });
  const found = traceable.examine(oneChange({ release: leadRelease(3), fates: [fateOf(change), lost] }));
  expect(found.result).toBe('fail');
  expect(found.reasons.map(({ text }) => text)).toEqual([
    `no rule accounts for commit ${objectId('0f').slice(0, 12)} of lantern`,
    'the range of the release has 3 commits, its table 2 rows',
    'the range of lantern has 3 commits, its table 2 rows',
  ]);
});

test('a change without a record, or a release without a tag, is unproven', () => {
  expect(traceable.examine(oneChange({ changes: [] }))).toMatchObject({
    result: 'unproven',
    reasons: [{ text: 'there is no record of lantern-12' }],
  });
  expect(traceable.examine(oneChange({ release: null })).result).toBe('unproven');
});

test('a change that a person took out of the note has to be followed all the same', () => {
  const change = changeOf(12, { pullRequests: [pull(12, { linkedIssues: [] })] });
  const fates = [fateOf(change, { disposition: 'excluded', reason: 'taken out of the note by a person' })];
  const note = { ...noteOf([change]), bulletIds: [] };
  expect(traceable.examine(oneChange({ changes: [change], fates, note })).result).toBe('fail');
});
