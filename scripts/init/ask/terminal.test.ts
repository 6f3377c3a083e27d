import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { Fault } from '../../../src/records/index.ts';
import type { Question } from './question.ts';
import { terminalInterview } from './terminal.ts';

const ENTER = '\r';
const DOWN = '\x1b[B';

/** A terminal on which somebody presses keys, one after the other as questions come. */
function seated(keys: readonly string[]) {
  const input = new PassThrough();
  const shown: string[] = [];
  const left = [...keys];
  const output = new Writable({
    write(chunk, _encoding, done) {
      shown.push(String(chunk));
      done();
    },
  });
  const timer = setInterval(() => {
    const key = left.shift();
    if (key === undefined) clearInterval(timer);
    else input.write(key);
  }, 20);
  return { interview: terminalInterview({ input, output }), shown: () => shown.join('') };
}

function question(more: Partial<Question>): Question {
  const base = { subject: 'core', field: 'tags', says: 'Tag patterns', because: 'most look so' } as const;
  return { ...base, proposal: 'v{version}', form: { kind: 'text' }, ...more };
}

test('a proposal is shown with why, and taken by Enter', async () => {
  const { interview, shown } = seated([ENTER]);
  expect(await interview.ask(question({}))).toBe('v{version}');
  expect(shown()).toContain('Tag patterns of core (proposed because most look so)');
});

test('a proposal is changed by typing', async () => {
  const { interview } = seated(['\x7f'.repeat(1), 'X', ENTER]);
  expect(await interview.ask(question({ proposal: 'ab' }))).toBe('aX');
});

test('what cannot be meant is asked again', async () => {
  const check = (text: string) => (text === 'ab' ? 'not that' : null);
  const { interview, shown } = seated([ENTER, 'c', ENTER]);
  expect(await interview.ask(question({ proposal: 'ab', form: { kind: 'text', check } }))).toBe('abc');
  expect(shown()).toContain('not that');
});

test('one is chosen of several, and several of many', async () => {
  const choice = seated([DOWN, ENTER]);
  expect(
    await choice.interview.ask(question({ proposal: 'a', form: { kind: 'choice', options: ['a', 'b'] } })),
  ).toBe('b');
  const choices = seated([DOWN, ' ', ENTER]);
  const form = { kind: 'choices', options: ['a', 'b', 'c'] } as const;
  expect(await choices.interview.ask(question({ proposal: 'a, c', form }))).toBe('a, b, c');
  const none = seated([' ', ENTER]);
  expect(await none.interview.ask(question({ proposal: 'a', form }))).toBe('none');
});

test('yes and no are a key each', async () => {
  const { interview } = seated(['y']);
  expect(await interview.ask(question({ proposal: 'no', form: { kind: 'yes' } }))).toBe('yes');
});

test('a product is reviewed whole, or gone through', async () => {
  const settled = [
    { subject: 'core', field: 'tags', value: 'v{version}', because: 'most look so', from: 'proposed' },
  ] as const;
  const take = seated([ENTER]);
  expect(await take.interview.review('core', 'one repository is one product', settled)).toBe('take');
  expect(take.shown()).toContain('tags of core: v{version}, because most look so');
  expect(await seated([DOWN, ENTER]).interview.review('core', 'so', settled)).toBe('ask');
});

test('whoever leaves ends it', async () => {
  const { interview } = seated(['\x03']);
  await expect(interview.ask(question({}))).rejects.toThrow(Fault);
});
