import { describe, expect, test } from 'vitest';
import { breakingFooter, parseConventional } from './conventional.ts';

describe('subjects', () => {
  test.each([
    ['feat: add it', { kind: 'feat', scope: null, breaking: false, title: 'add it' }],
    ['Feature: add it', { kind: 'feat', scope: null, breaking: false, title: 'add it' }],
    ['fix(api): mend it', { kind: 'fix', scope: 'api', breaking: false, title: 'mend it' }],
    ['fix(api)!: mend it', { kind: 'fix', scope: 'api', breaking: true, title: 'mend it' }],
    ['feat!: add it', { kind: 'feat', scope: null, breaking: true, title: 'add it' }],
    ['feat (api) : add it', { kind: 'feat', scope: 'api', breaking: false, title: 'add it' }],
    ['feat(): add it', { kind: 'feat', scope: null, breaking: false, title: 'add it' }],
    ['[fix] mend it', { kind: 'fix', scope: null, breaking: false, title: 'mend it' }],
    ['(feat): add it', { kind: 'feat', scope: null, breaking: false, title: 'add it' }],
    ['chore:tidy: more', { kind: 'chore', scope: null, breaking: false, title: 'tidy: more' }],
    ['feat:', { kind: 'feat', scope: null, breaking: false, title: '' }],
  ])('%s', (subject, parts) => expect(parseConventional(subject)).toEqual(parts));

  test.each([
    'Add it',
    'note: add it',
    'feat add it',
    'fix it: now',
    '[api] mend it',
    'constructor: x',
    '[toString] x',
    '__proto__: x',
    '',
  ])('a plain sentence: %s', (subject) => expect(parseConventional(subject)).toBeNull());
});

test.each([
  ['BREAKING CHANGE: all is new', 'all is new'],
  ['BREAKING-CHANGE: all is new', 'all is new'],
  ['Words.\n\nBREAKING CHANGE: all\nis new\n\nMore words', 'all is new'],
  ['BREAKING CHANGE: all is new\nSigned-off-by: x', 'all is new'],
  ['BREAKING CHANGE:\n\n\nall is new', 'all is new'],
])('a footer says what breaks: %s', (body, text) => expect(breakingFooter(body)).toBe(text));

test.each(['no BREAKING CHANGE here', 'BREAKING: x', 'BREAKING CHANGES ahead', 'breaking change: x', ''])(
  'no footer: %s',
  (body) => expect(breakingFooter(body)).toBeNull(),
);
