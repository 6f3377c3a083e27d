import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { answer, CALL, type ExportedMessage, message, SlackExport, slackTs } from './testing/slack-export.ts';
import { changedFiles } from './testing/snapshot.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import {
  collected,
  openedLedger,
  PROCESS,
  type ToldVotes,
  toldVotes,
  tryVotes,
  votesOf,
} from './testing/voted.ts';
import { useWorkspace } from './testing/workspace.ts';

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
    expect(toldVotes(ledger)).toEqual(['qa-quinn-adeyemi go unbound']);
    ledger.edit(file, () => whole);
    await collect([GO]);
    expect(toldVotes(ledger)).toEqual(['qa-quinn-adeyemi go 9f2c1ab']);
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
