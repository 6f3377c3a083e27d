import { describe, expect, test } from 'vitest';
import { remembersLast } from './remembers-last.ts';

function counted(count: number) {
  const asked: string[] = [];
  const read = remembersLast(count, (key) => {
    asked.push(key);
    return key === 'nothing' ? undefined : key.toUpperCase();
  });
  return { asked, read };
}

describe('what was asked for last', () => {
  test('is read once, also where the answer is nothing', () => {
    const { asked, read } = counted(4);
    expect([read('a'), read('nothing'), read('a'), read('nothing')]).toEqual([
      'A',
      undefined,
      'A',
      undefined,
    ]);
    expect(asked).toEqual(['a', 'nothing']);
  });

  test('stays while half as many others are asked for', () => {
    const { asked, read } = counted(4);
    for (const key of ['a', 'b', 'c', 'b', 'c', 'd', 'c']) read(key);
    expect(asked).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is forgotten after more others than it may hold', () => {
    const { asked, read } = counted(4);
    for (const key of ['a', 'b', 'c', 'd', 'e', 'a']) read(key);
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'a']);
  });
});
