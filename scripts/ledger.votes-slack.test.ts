import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { judgeVotes } from '../src/verdict/vote-state.ts';
import { readDossier } from './dossier/read-dossier.ts';
import { answerOf } from './testing/answer.ts';
import { answer, CALL, type ExportedMessage, message, SlackExport, slackTs } from './testing/slack-export.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import {
  COMMITS,
  collected,
  DIGEST,
  openedLedger,
  type ToldVotes,
  toldVotes,
  votesOf,
} from './testing/voted.ts';
import { useWorkspace } from './testing/workspace.ts';
import { call } from './verbs/call.ts';

const space = useWorkspace();
let count = 0;
let ledger: TestLedger;
let slack: SlackExport;

beforeEach(() => {
  count += 1;
  ledger = openedLedger(space.ledger(`opened-${count}`));
  slack = new SlackExport(path.join(ledger.folder, 'export'));
});

function collect(messages: readonly ExportedMessage[]): Promise<ToldVotes> {
  return collected(ledger, slack.write(messages).folder);
}

describe('a message of the channel', () => {
  test('is a vote with its source, and its file is kept as evidence', async () => {
    await collect([message(`GO for core 1.12.0 (${COMMITS.core}): R&amp;D is fine`)]);
    const bytes = readFileSync(path.join(slack.folder, 'production/2026-02-03.json'));
    const hex = createHash('sha256').update(bytes).digest('hex');
    const vote = votesOf(ledger).get('qa-quinn-adeyemi');
    expect(vote?.data).toEqual({
      schema: 1,
      product: 'core',
      version: '1.12.0',
      role: 'qa',
      person: 'quinn-adeyemi',
      account: { on: 'slack', id: 'U02QUINN' },
      decision: 'go',
      castAt: '2026-02-03T10:00:00+00:00',
      commit: COMMITS.core,
      source: {
        kind: 'slack',
        channel: 'production',
        ts: '1770112800.000100',
        file: 'production/2026-02-03.json',
        digest: `sha256:${hex}`,
      },
    });
    expect(vote?.body).toBe(`\`\`\`text\nGO for core 1.12.0 (${COMMITS.core}): R&D is fine\n\`\`\`\n`);
    expect(readFileSync(ledger.file(`ledger/core/releases/1.12.0/evidence/${hex}.json`))).toEqual(bytes);
  });

  test.each([
    ['an abbreviation that one module’s commit begins with', 'NO-GO for 1.12.0 (9f2c1ab…)', 'no-go 9f2c1ab'],
    ['an abbreviation that none begins with', 'GO for 1.12.0 (deadbee1)', 'go unbound'],
    ['another commit in full', `GO for 1.12.0 (${'ab'.repeat(20)})`, 'go abababa'],
    ['nothing', 'VETO 1.12.0: data loss', 'veto unbound'],
    ['the image', `GO for 1.12.0 on ${DIGEST}`, 'go unbound digest'],
    ['several commits, the release’s among them', `GO 1.12.0 9f2c1ab 77aa55bb`, 'go 9f2c1ab'],
    ['several commits of others', `GO 1.12.0 9f2c1ff 77aa55bb`, 'go unbound'],
  ])('that names %s is bound so', async (_what, text, expected) => {
    await collect([message(text)]);
    expect(toldVotes(ledger)).toEqual([`qa-quinn-adeyemi ${expected}`]);
  });

  test('votes in the role that it names, held or not', async () => {
    await collect([
      message('SRE: GO for 1.12.0', { user: 'U02RAVI' }),
      message('SRE: GO for 1.12.0', { at: '2026-02-03 10:01' }),
    ]);
    expect(toldVotes(ledger)).toEqual(['sre-quinn-adeyemi go unbound', 'sre-ravi-menon go unbound']);
  });

  test('votes in every role that its author held that day, in the product’s zone', async () => {
    await collect([
      message('GO for 1.12.0', { user: 'U02RAVI' }),
      message('NO-GO for 1.12.0', { at: '2026-06-30 18:29' }),
      message('GO for 1.12.0', { at: '2026-06-30 18:30' }),
    ]);
    expect(toldVotes(ledger)).toEqual([
      'module-lead-core-api-ravi-menon go unbound',
      'qa-quinn-adeyemi no-go unbound',
      'sre-ravi-menon go unbound',
    ]);
  });

  test('about a module votes on that one alone', async () => {
    await collect([
      message('GO for core-api 9f2c1ff, release 1.12.0', { user: 'U02RAVI' }),
      message('module lead web: GO for 1.12.0 77aa55bb', { user: 'U02LING' }),
    ]);
    expect(toldVotes(ledger)).toEqual([
      'module-lead-core-api-ravi-menon go 9f2c1ff',
      'module-lead-core-web-ling-zhao go 77aa55b',
    ]);
  });

  test('of somebody whom the roster does not know is told by the account’s own name', async () => {
    await collect([
      message('QA: GO for 1.12.0', { user: 'U02STRAY' }),
      message('QA: GO for 1.12.0', { user: 'U02NAMELESS', at: '2026-02-03 10:01' }),
    ]);
    const people = [...votesOf(ledger)].map(([name, { data }]) => [name, data.person]);
    expect(people).toEqual([
      ['qa-stray-cat-b', 'Stray "Cat" <b>'],
      ['qa-u02nameless', 'U02NAMELESS'],
    ]);
  });
});

describe('an answer to a call', () => {
  test('is bound to what the call names of each module', async () => {
    await collect([
      CALL,
      answer('GO'),
      answer('GO because the suite is green', { user: 'U02RAVI', at: '2026-02-03 10:01' }),
      answer('GO', { user: 'U02LING', at: '2026-02-04 10:02', more: { subtype: 'thread_broadcast' } }),
    ]);
    expect(toldVotes(ledger)).toEqual(
      [
        'module-lead-core-api-ravi-menon go 9f2c1ff',
        'module-lead-core-api-ling-zhao go 9f2c1ff',
        'module-lead-core-ling-zhao go 9f2c1ab',
        'module-lead-core-web-ling-zhao go 77aa55b',
        'qa-quinn-adeyemi go 9f2c1ab',
        'sre-ravi-menon go 9f2c1ab',
      ].toSorted(),
    );
    const { body = '' } = votesOf(ledger).get('qa-quinn-adeyemi') ?? {};
    expect(body).toContain(
      '```text\nGO\n```\n\n## In answer to\n\nThe message `1770109200.000100` in `production/2026-02-03.json`',
    );
    expect(body).toContain(`core-api ${COMMITS.api}`);
  });

  test('is bound to what it names itself, where it does', async () => {
    await collect([CALL, answer('GO (deadbee1)'), answer('GO 77aa55bb', { user: 'U02SAM' })]);
    expect(toldVotes(ledger)).toEqual(['qa-quinn-adeyemi go unbound', 'sre-sam-okoro go 77aa55b']);
  });

  test('is bound to nothing where the call was changed later', async () => {
    const edited = (ts: string) => ({ ...CALL, more: { edited: { user: 'U02NOOR', ts } } });
    await collect([
      edited(slackTs('2026-02-03 10:30')),
      answer('GO'),
      answer('GO', { user: 'U02SAM', at: '2026-02-03 10:31' }),
    ]);
    expect(toldVotes(ledger)).toEqual(['qa-quinn-adeyemi go unbound', 'sre-sam-okoro go 9f2c1ab']);
    expect(votesOf(ledger).get('qa-quinn-adeyemi')?.body).toContain('It was changed after this answer');
  });

  test('to what `ledger call` prints is bound, and the call itself is no vote', async () => {
    const { content, product } = ledger;
    const options = { content, product, release: '1.12.0', now: '2026-02-03T09:00:00+00:00' };
    const text = await answerOf((console) => call({ ...options, format: 'text' }, console));
    const blocks = await answerOf((console) => call({ ...options, format: 'slack' }, console));
    const posted = (JSON.parse(blocks.printed) as { text: string }).text;
    const later = { ...CALL, at: '2026-02-03 09:30', text: posted };
    const { notTaken } = await collect([
      { ...CALL, text: text.printed },
      later,
      answer('GO'),
      answer('NO-GO', { user: 'U02SAM', answers: later.at }),
    ]);
    expect(toldVotes(ledger)).toEqual(['qa-quinn-adeyemi go 9f2c1ab', 'sre-sam-okoro no-go 9f2c1ab']);
    expect(notTaken.filter(({ who }) => who !== 'noor-idris')).toEqual([]);
  });
});

describe('what is no vote', () => {
  test('is told with the reason, where it looked like one', async () => {
    const { notTaken, elsewhere } = await collect([
      CALL,
      message('GO if QA agrees, core 1.12.0'),
      message('GO for 1.12.0', { user: 'U02CI', at: '2026-02-03 10:01' }),
      message('GO for 1.12.0', {
        at: '2026-02-03 10:02',
        more: { subtype: 'bot_message', bot_id: 'B02', user: null },
      }),
      message('GO for 1.12.0', { user: 'U02NOOR', at: '2026-02-03 10:03' }),
      message('GO for 1.12.0', { user: 'U02STRAY', at: '2026-02-03 10:04' }),
      message('GO for core', { at: '2026-02-03 10:05' }),
      message('GO', { at: '2026-02-03 10:06' }),
      message('SRE: GO for 1.12.0. QA: GO for 1.12.0', { at: '2026-02-03 10:07' }),
      message('GO for 1.11.0', { at: '2026-02-03 10:08' }),
      message('GO for core-web 1.12.0', { user: 'U02SAM', at: '2026-02-03 10:09' }),
      message('go get some lunch', { at: '2026-02-03 10:10' }),
      message('', {
        at: '2026-02-03 10:11',
        more: { reactions: [{ name: '+1', users: ['U02QUINN'], count: 1 }] },
      }),
      message('GO', { at: '2026-01-20 10:00' }),
    ]);
    expect(toldVotes(ledger)).toEqual([]);
    expect(elsewhere).toBe(1);
    expect(notTaken.map(({ who, because }) => `${who}: ${because}`)).toEqual([
      'quinn-adeyemi: its GO has a condition',
      'ci: a bot said it',
      'a bot: a bot said it',
      'noor-idris: noor-idris held no role that day, and it names none',
      'Stray "Cat" <b>: the roster does not know its author, and it names no role',
      'quinn-adeyemi: it names the product, but neither version nor a commit of the release',
      'quinn-adeyemi: it names neither product nor version',
      'quinn-adeyemi: it tells of several roles, and quinn-adeyemi did not hold sre',
      'sam-okoro: it is about core-web, and sam-okoro held no role for modules',
    ]);
    expect(notTaken[0]).toMatchObject({
      text: 'GO if QA agrees, core 1.12.0',
      where: 'production/2026-02-03.json 1770112800.000100',
    });
  });

  test('is another channel, and a reaction to a call', async () => {
    slack.write([message('GO for 1.12.0')], 'random');
    const { votes } = await collect([
      { ...CALL, more: { reactions: [{ name: 'go', users: ['U02QUINN'], count: 1 }] } },
    ]);
    expect(votes).toEqual([]);
  });
});

test('the rules judge what was collected by what it is bound to and when it was said', async () => {
  await collect([
    CALL,
    answer('GO', { user: 'U02SAM' }),
    answer('GO 77aa55bb'),
    message('SRE: GO for 1.12.0 9f2c1ab', { user: 'U02STRAY' }),
    message('GO for 1.12.0', { user: 'U02RAVI' }),
    answer('GO', { user: 'U02LING', more: { edited: { ts: slackTs('2026-02-03 11:00') } } }),
  ]);
  const dossier = readDossier(ledger.reader, 'core', '1.12.0', '2026-02-03T12:00:00+00:00');
  const judged = judgeVotes(dossier).map(({ vote, state }) => [path.basename(vote.path, '.md'), state]);
  expect(Object.fromEntries(judged)).toEqual({
    'module-lead-core-api-ling-zhao': 'edited',
    'module-lead-core-api-ravi-menon': 'unbound',
    'module-lead-core-ling-zhao': 'edited',
    'module-lead-core-web-ling-zhao': 'edited',
    'qa-quinn-adeyemi': 'stale',
    'sre-ravi-menon': 'unbound',
    'sre-sam-okoro': 'valid',
    'sre-stray-cat-b': 'out-of-role',
  });
});
