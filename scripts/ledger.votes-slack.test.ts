import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { answerOf } from './testing/answer.ts';
import { type ExportedMessage, SlackExport, slackTs } from './testing/slack-export.ts';
import { changedFiles } from './testing/snapshot.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { COMMITS, DIGEST, openedLedger, PROCESS, tryVotes, votesOf } from './testing/voted.ts';
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

const CALL: ExportedMessage = {
  user: 'U02NOOR',
  at: '2026-02-03 09:00',
  text: `GO/NO-GO for core 1.12.0 by 16:00\ncore ${COMMITS.core}\ncore-api ${COMMITS.api} core-web ${COMMITS.web}`,
};

function message(text: string, more: Partial<ExportedMessage> = {}): ExportedMessage {
  return { at: '2026-02-03 10:00', text, ...more };
}

function answer(text: string, more: Partial<ExportedMessage> = {}): ExportedMessage {
  return message(text, { answers: CALL.at, ...more });
}

async function collect(messages: readonly ExportedMessage[]) {
  slack.write(messages);
  const told = await tryVotes(ledger, slack.folder, { json: true });
  if (told.code !== 0) throw new Error(told.said);
  return JSON.parse(told.printed) as {
    votes: { was: string }[];
    notTaken: { who: string; because: string; text: string; where: string }[];
    elsewhere: number;
    missing: string[];
    filesWritten: number;
  };
}

/** Who voted what on what, by record. */
function told(): string[] {
  return [...votesOf(ledger)].map(([name, { data }]) =>
    [
      name,
      data.decision,
      data.commit?.slice(0, 7) ?? 'unbound',
      ...(data.digest === undefined ? [] : ['digest']),
    ].join(' '),
  );
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
    expect(told()).toEqual([`qa-quinn-adeyemi ${expected}`]);
  });

  test('votes in the role that it names, held or not', async () => {
    await collect([
      message('SRE: GO for 1.12.0', { user: 'U02RAVI' }),
      message('SRE: GO for 1.12.0', { at: '2026-02-03 10:01' }),
    ]);
    expect(told()).toEqual(['sre-quinn-adeyemi go unbound', 'sre-ravi-menon go unbound']);
  });

  test('votes in every role that its author held that day, in the product’s zone', async () => {
    await collect([
      message('GO for 1.12.0', { user: 'U02RAVI' }),
      message('NO-GO for 1.12.0', { at: '2026-06-30 18:29' }),
      message('GO for 1.12.0', { at: '2026-06-30 18:30' }),
    ]);
    expect(told()).toEqual([
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
    expect(told()).toEqual([
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
    expect(told()).toEqual(
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
    expect(told()).toEqual(['qa-quinn-adeyemi go unbound', 'sre-sam-okoro go 77aa55b']);
  });

  test('is bound to nothing where the call was changed later', async () => {
    const edited = (ts: string) => ({ ...CALL, more: { edited: { user: 'U02NOOR', ts } } });
    await collect([
      edited(slackTs('2026-02-03 10:30')),
      answer('GO'),
      answer('GO', { user: 'U02SAM', at: '2026-02-03 10:31' }),
    ]);
    expect(told()).toEqual(['qa-quinn-adeyemi go unbound', 'sre-sam-okoro go 9f2c1ab']);
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
    expect(told()).toEqual(['qa-quinn-adeyemi go 9f2c1ab', 'sre-sam-okoro no-go 9f2c1ab']);
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
    expect(told()).toEqual([]);
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

describe('collecting again', () => {
  const GO = message('GO for 1.12.0 9f2c1ab');

  test('changes nothing, whatever else was said since', async () => {
    await collect([CALL, GO]);
    const before = ledger.state();
    const again = await collect([CALL, GO]);
    expect(again).toMatchObject({ filesWritten: 0, votes: [{ was: 'known' }] });
    await collect([CALL, GO, message('lunch?', { at: '2026-02-03 12:00' })]);
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });

  test('adds what is new', async () => {
    await collect([GO]);
    const before = ledger.state();
    await collect([GO, message('NO-GO for 1.12.0, I was wrong', { at: '2026-02-03 11:00' })]);
    expect(changedFiles(before, ledger.state())).toEqual([
      expect.stringMatching(/evidence\/[0-9a-f]{64}\.json$/),
      'ledger/core/releases/1.12.0/votes/qa-quinn-adeyemi-2.md',
    ]);
  });

  test.each([
    ['to the contrary', { text: 'NO-GO for 1.12.0 9f2c1ab' }],
    ['to no vote at all', { text: 'never mind' }],
  ])('tells that a message was edited %s, and keeps what was cast', async (_what, { text }) => {
    await collect([GO]);
    const cast = votesOf(ledger).get('qa-quinn-adeyemi');
    const edited = { ...GO, text, more: { edited: { user: 'U02QUINN', ts: slackTs('2026-02-03 10:45') } } };
    const { votes } = await collect([edited]);
    expect(votes).toMatchObject([{ was: 'completed' }]);
    const now = votesOf(ledger);
    expect([...now.keys()]).toEqual(['qa-quinn-adeyemi']);
    expect(now.get('qa-quinn-adeyemi')).toEqual({
      ...cast,
      data: { ...cast?.data, editedAt: '2026-02-03T10:45:00+00:00' },
    });
    const before = ledger.state();
    await collect([edited]);
    await collect([{ ...edited, more: { edited: { ts: slackTs('2026-02-03 11:45') } } }]);
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });

  test('tells that a message is gone', async () => {
    await collect([GO]);
    const before = ledger.state();
    const { missing } = await collect([CALL]);
    expect(missing).toEqual(['ledger/core/releases/1.12.0/votes/qa-quinn-adeyemi.md']);
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });

  test('learns what an abbreviation meant, once the commit is known', async () => {
    const file = 'ledger/core/releases/1.12.0/opening.md';
    const whole = readFileSync(ledger.file(file), 'utf8');
    ledger.edit(file, (text) => text.replace(/modules:\n(?: {2}- .*\n)+/, ''));
    await collect([GO]);
    expect(told()).toEqual(['qa-quinn-adeyemi go unbound']);
    ledger.edit(file, () => whole);
    await collect([GO]);
    expect(told()).toEqual(['qa-quinn-adeyemi go 9f2c1ab']);
  });

  test('of a message that was edited before it was collected says so', async () => {
    await collect([{ ...GO, more: { edited: { user: 'U02QUINN', ts: slackTs('2026-02-03 10:45') } } }]);
    expect(votesOf(ledger).get('qa-quinn-adeyemi')?.data.editedAt).toBe('2026-02-03T10:45:00+00:00');
  });
});

describe('an export', () => {
  test('that is damaged is a fault with file and line, and nothing is written', async () => {
    slack.write([message('GO for 1.12.0')]).file('production/2026-02-04.json', '[\n{"ts": "1.2",\n');
    const before = ledger.state();
    const { code, said } = await tryVotes(ledger, slack.folder);
    expect([code, said]).toEqual([2, expect.stringMatching(/production\/2026-02-04\.json:3: /)]);
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });

  test('without the channel lists those that it has', async () => {
    ledger = openedLedger(space.ledger(`other-${count}`), PROCESS.replace('production', 'releases'));
    expect((await tryVotes(ledger, slack.folder)).said).toMatch(
      /no channel "releases"\n.*closed-room, production, random/,
    );
  });

  test('is not asked for where the policy names no channel', async () => {
    ledger = openedLedger(space.ledger(`none-${count}`), PROCESS.replace(/voting:.*\n/, ''));
    expect((await tryVotes(ledger, slack.folder)).said).toMatch(/names no channel to read votes in/);
  });

  test.each([
    ['is not there', 'nowhere', /there is no folder/],
    ['is a file', 'export/users.json', /is no folder\n.*Unpack/],
    ['is no export', '.', /is no Slack export/],
  ])('that %s is a clear error', async (_what, folder, expected) => {
    expect((await tryVotes(ledger, path.join(ledger.folder, folder))).said).toMatch(expected);
  });

  test('without its people is refused, and one without messages of the channel is none to fear', async () => {
    expect((await tryVotes(ledger, slack.folder)).code).toBe(0);
    rmSync(path.join(slack.folder, 'users.json'));
    expect((await tryVotes(ledger, slack.folder)).said).toMatch(/users\.json: the export has no users\.json/);
  });

  test('may hold other files beside its days, and strange ones among its messages', async () => {
    slack.file('production/canvas_in_the_conversation.json', { not: 'messages' });
    const { votes } = await collect([
      message('GO for 1.12.0', {
        more: { blocks: null, edited: null, bot_id: null, attachments: [{ text: 'x' }] },
      }),
      message('\u202EGO for 1.12.0 --- \n```\n---\nschema: 9\n---\n<https://evil.example/|ada@example.com>', {
        user: 'U02SAM',
      }),
      message(`GO for 1.12.0 ${'<@U02SAM> &amp; '.repeat(5000)}`, { user: 'U02RAVI' }),
    ]);
    expect(votes).toHaveLength(4);
    const records = [...ledger.state()].filter(([file]) => file.includes('/votes/')).map(([, text]) => text);
    expect(records.join('')).not.toMatch(/\u202E|ada@example/);
  });
});

test('the command prints who voted what, on what and where, and what was not taken', async () => {
  slack.write([CALL, answer('NO-GO: resize fails'), message('GO?? for 1.12.0', { user: 'U02SAM' })]);
  const words = ['votes', '--product', 'core', '--release', '1.12.0', '--slack', slack.folder];
  const { code, printed } = await ledger.command(words);
  expect(code).toBe(0);
  expect(printed).toBe(
    [
      'core 1.12.0: 1 votes, 1 of them new.',
      '+ quinn-adeyemi, qa: NO-GO at 2026-02-03T10:00:00+00:00 in #production, on commit 9f2c1ab0d1e2 [ledger/core/releases/1.12.0/votes/qa-quinn-adeyemi.md]',
      'No pull request that promoted it is known: no reviews were read.',
      'Not taken as votes:',
      '  sam-okoro at 2026-02-03T10:00:00+00:00 (production/2026-02-03.json 1770112800.000100): it asks: "GO?? for 1.12.0"',
      '',
    ].join('\n'),
  );
});

test('the records are the same in any time zone', async () => {
  slack.write([CALL, answer('GO'), answer('GO', { user: 'U02RAVI', at: '2026-02-03 20:00' })]);
  const words = ['votes', '--product', 'core', '--release', '1.12.0', '--slack', slack.folder];
  const zones = ['Asia/Kolkata', 'America/Los_Angeles'].map(async (zone) => {
    const own = openedLedger(space.ledger(`zone-${zone.replace('/', '-')}`));
    const { code } = await own.command(words, { environment: { TZ: zone } });
    return { code, state: own.state() };
  });
  const [east, west] = await Promise.all(zones);
  expect([east?.code, west?.code]).toEqual([0, 0]);
  expect(changedFiles(east?.state ?? new Map(), west?.state ?? new Map())).toEqual([]);
});
