import { describe, expect, test } from 'vitest';
import { type Ballot, readBallot } from './ballot.ts';
import { readMarkup } from './markup.ts';
import { LANTERN } from './slack-fixture.ts';

function ballot(text: string): Ballot {
  return readBallot(readMarkup(text).spoken, LANTERN);
}

function told(text: string): string {
  const read = ballot(text);
  if (read.is !== 'vote') return read.is;
  return [read.decision, ...read.roles, ...read.modules].join(' ');
}

describe('people’s words for a vote', () => {
  test.each([
    ['GO', 'go'],
    ['go', 'go'],
    ['Go!', 'go'],
    ['go go go', 'go'],
    ['*GO* for 1.12.0', 'go'],
    [':+1: go', 'go'],
    ['+1, GO', 'go'],
    ['👍🏽 GO', 'go'],
    ['GO 🚀 for lantern 1.12.0 (9f2c1ab…)', 'go'],
    ['GO for *Lantern Cloud* v1.12.0, all suites green', 'go'],
    ['GO for lantern-1.12.0-9f2c1ab', 'go'],
    ['GO 9f2c1ab0d1e2f3a4b5c6d7e8f90123456789abcd', 'go'],
    ['lantern 1.12.0: GO', 'go'],
    ['SRE: GO', 'go sre'],
    ['*SRE* – GO', 'go sre'],
    ['[QA] GO 1.12.0', 'go qa'],
    ['GO as SRE', 'go sre'],
    ['GO (QA)', 'go qa'],
    ['GO from qa for 1.12.0: load test passed', 'go qa'],
    ['SRE is GO', 'go sre'],
    ['GO as SRE and QA for 1.12.0', 'go sre qa'],
    ['module lead api: GO', 'go module-lead lantern-api'],
    ['Module lead (lantern-api): NO-GO', 'no-go module-lead lantern-api'],
    ['GO for lantern-api because the suite is green', 'go lantern-api'],
    ['GO because …', 'go'],
    ['my vote: GO', 'go'],
    ['My vote is GO for 1.12.0.', 'go'],
    ['I vote GO', 'go'],
    ['We’re GO for 1.12.0', 'go'],
    ['It’s a GO from my side', 'go'],
    ['@here GO', 'go'],
    ['<@U02HOST> GO', 'go'],
    ['LGTM, GO', 'go'],
    ['All suites passed on staging. GO for 1.12.0.', 'go'],
    ['GO\nSaw the dashboards, go ahead whenever you want', 'go'],
    ['NO-GO: resize fails', 'no-go'],
    ['no-go: resize fails', 'no-go'],
    ['NO GO', 'no-go'],
    ['Nogo for 1.12.0', 'no-go'],
    ['NO\u2011GO, volumes are lost', 'no-go'],
    ['QA: NO – GO', 'no-go qa'],
    ['NO-GO until #12 is fixed, I will say GO then', 'no-go'],
    ['NO-GO on storage: volumes are lost', 'no-go'],
    ['NO-GO for now', 'no-go'],
    ['NO-GO. I will say GO when #12 is fixed.', 'no-go'],
    ['NO-GO: GO only when #12 is fixed', 'no-go'],
    ['VETO: data loss', 'veto'],
    ['I veto 1.12.0', 'veto'],
    ['QA vetoes 1.12.0', 'veto qa'],
    ['I abstain', 'abstain'],
    ['Abstaining, was on leave', 'abstain'],
    ['ABSTAIN as SRE', 'abstain sre'],
  ])('%j is %j', (text, expected) => expect(told(text)).toBe(expected));
});

describe('what only looks like a vote', () => {
  test.each([
    'GO?',
    'Is it a GO for 1.12.0?',
    'are we GO for 1.12.0',
    'not a GO yet',
    'no GO yet',
    'GO if QA agrees',
    'GO, but only after the smoke test',
    'GO once #12 is merged',
    'GO. Only if QA agrees.',
    'GO pending the load test',
    'conditional GO for 1.12.0',
    'GO: not yet',
    'SRE: GO, QA: NO-GO',
    'SRE: GO, QA: GO',
    'GO, no veto from me',
    'SRE: GO\nQA: NO-GO',
    'I would have said GO',
    'waiting for the GO of QA',
    'GO with conditions',
    'we should not veto this',
    'NO-GO is lifted',
    'if QA is GO then we ship',
    'is GO',
  ])('%j is unclear', (text) => expect(told(text)).toBe('unclear'));

  test.each([
    '',
    'GO/NO-GO for 1.12.0 at 16:00',
    'GO / NO-GO: lantern 1.12.0',
    'go or no-go?',
    'go ahead',
    'let’s go',
    'go for it',
    'go on',
    'go-live is at 17:00',
    'Go 1.22 upgrade looks fine',
    'cargo and Django and algo',
    'see go.mod',
    'ready to go',
    '~GO~ waiting',
    '&gt; GO',
    '&gt;&gt;&gt; said\nGO',
    '```GO```',
    '<!subteam^S1|@go> please look',
    ':go:',
    '👍',
    'vetoed by the other team',
    'nothing going on',
  ])('%j is nothing', (text) => expect(told(text)).toBe('nothing'));

  test('who calls for votes casts none', () => {
    expect(ballot('GO/NO-GO for 1.12.0?\nGO from me')).toEqual({
      is: 'unclear',
      because: 'it calls for votes',
    });
  });
});

test('a text made to be slow is read at once', () => {
  const started = performance.now();
  for (const piece of ['i am ', 'GO ', '- ', 'SRE is ', '. ', '~a ', '<', 'no - ', '```', 'GO ..', '_*'])
    ballot(piece.repeat(40_000 / piece.length));
  expect(performance.now() - started).toBeLessThan(5_000);
});
