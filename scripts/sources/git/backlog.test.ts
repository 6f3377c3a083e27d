import { expect, test } from 'vitest';
import { Backlog } from './backlog.ts';

async function textOf(taken: Promise<Buffer | null>): Promise<string | null> {
  return (await taken)?.toString() ?? null;
}

test('pieces come as they were pushed, and null after the last', async () => {
  const backlog = new Backlog();
  backlog.push(Buffer.from('ab'));
  backlog.push(Buffer.from('c'));
  expect(await textOf(backlog.take(1))).toBe('abc');
  backlog.push(Buffer.from('d'));
  backlog.end();
  expect(await textOf(backlog.take(1))).toBe('d');
  expect(await textOf(backlog.take(1))).toBeNull();
});

test('waits until there is as much as is asked for, or no more will come', async () => {
  const backlog = new Backlog();
  const taken = textOf(backlog.take(3));
  backlog.push(Buffer.from('ab'));
  await new Promise((resolve) => setImmediate(resolve));
  backlog.push(Buffer.from('cd'));
  expect(await taken).toBe('abcd');
  const last = textOf(backlog.take(3));
  backlog.push(Buffer.from('e'));
  backlog.end();
  expect(await last).toBe('e');
});

test('what failed is told instead of what came before it', async () => {
  const backlog = new Backlog();
  const taken = backlog.take(3);
  backlog.push(Buffer.from('a'));
  backlog.fail(new Error('git broke'));
  await expect(taken).rejects.toThrow('git broke');
});
