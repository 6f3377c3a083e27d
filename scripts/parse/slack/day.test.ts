import { describe, expect, test } from 'vitest';
import { conversationOf } from './conversation.ts';
import { parseDay } from './day.ts';
import { compareSlackTimes, slackInstant } from './instant.ts';
import { parseConversations, parseUsers } from './lists.ts';

function file(value: unknown) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1);
  return { name: 'export/production/2026-02-03.json', bytes: new TextEncoder().encode(text) };
}

function conversation(...days: unknown[][]) {
  return conversationOf(
    days.map((entries, index) => ({
      file: `day-${index}`,
      digest: `sha256:${index}`,
      entries: parseDay(file(entries)),
    })),
  );
}

const SAID = { type: 'message', user: 'U1', text: 'GO', ts: '1770112800.000100' };

describe('a day of a channel', () => {
  test('has what people and bots say, and not what the workspace tells', () => {
    const messages = conversation([
      SAID,
      { ts: '1770112801.000100', user: 'U2', text: null, blocks: null, bot_id: null },
      { ...SAID, ts: '1770112802.000100', subtype: 'channel_topic', text: 'GO for 1.12.0' },
      { ...SAID, ts: '1770112803.000100', subtype: 'bot_message', user: undefined, bot_id: 'B1' },
      { ...SAID, ts: '1770112804.000100', subtype: 'me_message' },
      { ...SAID, ts: '1770112805.000100', bot_id: 'B2' },
      { ...SAID, ts: '1770112806.000100', reactions: [{ name: '+1', users: ['U2'], count: 1 }] },
    ]);
    expect(messages.map(({ ts, user, isBot, text }) => [ts.slice(9, 10), user, isBot, text])).toEqual([
      ['0', 'U1', false, 'GO'],
      ['1', 'U2', false, ''],
      ['3', null, true, 'GO'],
      ['4', 'U1', false, 'GO'],
      ['5', 'U1', true, 'GO'],
      ['6', 'U1', false, 'GO'],
    ]);
  });

  test('an edit is told with its time, and one without a time is one all the same', () => {
    const messages = conversation([
      { ...SAID, edited: { user: 'U1', ts: '1770112900.000000' } },
      { ...SAID, ts: '1770112801.000100', edited: {} },
    ]);
    expect(messages.map(({ editedTs }) => editedTs)).toEqual(['1770112900.000000', '1770112801.000100']);
  });

  test('an answer finds its call, on another day or within itself', () => {
    const root = { ts: '1770112700.000100', user: 'U9', text: 'call' };
    const answer = { ...SAID, thread_ts: root.ts };
    const broadcast = { ...answer, ts: '1770112801.000100', subtype: 'thread_broadcast', root };
    expect(conversation([{ ...root, thread_ts: root.ts }], [answer])[1]?.called).toMatchObject({
      text: 'call',
      file: 'day-0',
    });
    expect(conversation([broadcast])[0]?.called).toMatchObject({ text: 'call', file: 'day-0' });
    expect(conversation([answer])[0]?.called).toBeNull();
  });

  test('a message is told once, with what later entries say of it', () => {
    const changed = {
      subtype: 'message_changed',
      ts: '1770113000.000200',
      message: { ...SAID, text: 'NO-GO', edited: { ts: '1770113000.000000' } },
      previous_message: SAID,
    };
    const deleted = { subtype: 'message_deleted', ts: '1770113100.000200', original: SAID };
    expect(conversation([SAID, SAID], [changed])).toMatchObject([
      { text: 'GO', editedTs: '1770113000.000000', isDeleted: false },
    ]);
    expect(conversation([changed])).toMatchObject([{ text: 'GO', editedTs: '1770113000.000000' }]);
    expect(conversation([SAID, deleted])).toMatchObject([
      { text: 'GO', editedTs: '1770113100.000200', isDeleted: true },
    ]);
    expect(
      conversation([{ ...SAID, subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.' }]),
    ).toMatchObject([{ text: '', isDeleted: true }]);
  });
});

describe('a damaged file is a fault with its line', () => {
  test.each([
    ['[\n{"ts": "1.1"},\n', 3],
    ['[\n{"ts": 1770112800.0001}]', 2],
    ['[\n{"ts": "1.1"},\n{"text": "no time"}]', 3],
    ['{"ts": "1.1"}', 1],
    ['[\n"text"]', 2],
  ])('%j at line %i', (text, line) => {
    expect(() => parseDay(file(text))).toThrow(
      expect.objectContaining({ place: expect.objectContaining({ file: file('').name, line }) }),
    );
  });
});

test('lists may lack names and people may be gone', () => {
  expect(parseConversations(file([{ id: 'C1', name: 'production' }, { id: 'D1' }]))).toEqual([
    { id: 'C1', name: 'production' },
    { id: 'D1', name: null },
  ]);
  expect(parseConversations(file('null'))).toEqual([]);
  const users = parseUsers(
    file([
      { id: 'U1', name: 'host', deleted: true, is_bot: false },
      { id: 'U2', profile: { real_name: ' ' } },
      { id: 'U3', name: 'ci', is_bot: true },
      { id: 'USLACKBOT', name: 'slackbot', is_bot: false },
    ]),
  );
  expect([...users.values()]).toEqual([
    { name: 'host', isBot: false },
    { name: null, isBot: false },
    { name: 'ci', isBot: true },
    { name: 'slackbot', isBot: true },
  ]);
});

describe('times', () => {
  test('are UTC wherever they are read, and keep their digits', () => {
    const zone = process.env['TZ'];
    try {
      for (const other of ['Asia/Kolkata', 'America/Los_Angeles']) {
        process.env['TZ'] = other;
        expect(slackInstant('1770112800.000100')).toBe('2026-02-03T10:00:00+00:00');
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('are ordered as text', () => {
    expect(compareSlackTimes('1770112800.000100', '1770112800.000099')).toBe(1);
    expect(compareSlackTimes('999999999.9', '1770112800.000099')).toBe(-1);
    expect(compareSlackTimes('1.10', '1.1')).toBe(0);
  });
});
