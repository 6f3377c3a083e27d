import { describe, expect, test } from 'vitest';
import { ownersOf, parseCodeowners } from './codeowners.ts';
import { maintainersIn } from './maintainers.ts';
import { aliasesIn, approversIn } from './owners-file.ts';

describe('CODEOWNERS', () => {
  test('names handles and teams, and no addresses', () => {
    const rules = parseCodeowners(
      '# all\n* @ada @acme/qa ben@example.org # why\n[Docs][2] @cleo\n/api/ @dana\n',
    );
    expect(rules).toEqual([
      { pattern: '*', owners: ['ada', 'acme/qa'] },
      { pattern: '/api/', owners: ['dana'] },
    ]);
  });

  test('the last rule that covers a folder counts', () => {
    const rules = parseCodeowners('* @ada\n*.md @docs\n/services/ @ben\nservices/api @cleo\n');
    expect(ownersOf(rules, null)).toEqual(['ada']);
    expect(ownersOf(rules, 'services/api')).toEqual(['cleo']);
    expect(ownersOf(rules, 'services/web')).toEqual(['ben']);
    expect(ownersOf(rules, 'servicesx')).toEqual(['ada']);
  });
});

describe('OWNERS', () => {
  test.each([
    ['approvers: [ada, leads]\nreviewers: [ben]\n', ['ada', 'leads']],
    ['filters:\n  ".*":\n    approvers: [ada]\n', ['ada']],
    ['approvers:\n', []],
    ['{ broken', []],
    ['just words', []],
  ])('%j is approved by %j', (text, approvers) => {
    expect(approversIn(text)).toEqual(approvers);
  });

  test('aliases stand for people', () => {
    expect(aliasesIn('aliases:\n  leads: [ada]\n  empty:\n')).toEqual(
      new Map([
        ['leads', ['ada']],
        ['empty', []],
      ]),
    );
    expect(aliasesIn('nothing')).toEqual(new Map());
  });
});

test.each([
  ['| Ada | [ada-b](https://github.com/ada-b/) | [Acme](https://github.com/acme) |', ['ada-b']],
  ['* Ada Brook <ada@example.org> @ada-b', ['ada-b']],
  ['["ada", "GitHub"]\nGitHub = "ada-b"\nEmail = "ada@example.org"', ['ada-b']],
  ['- @ada\n\n## Emeritus\n- @ben\n\n## Committers\n- @cleo', ['ada', 'cleo']],
  ['| Dana | @dana | Reviewer |', []],
  ['# ["name"]... (@githubhandle)', []],
  ['Mail ada@example.org, see https://github.com/acme/core', []],
])('maintainers in %j are %j', (text, handles) => {
  expect(maintainersIn(text)).toEqual(handles);
});
