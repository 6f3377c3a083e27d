import { expect, test } from 'vitest';
import { inBatches } from './batches.ts';
import { TooMuch } from './client.ts';

const items = Array.from({ length: 40 }, (_none, index) => index);

/** Asks for all items; `most` says how many a call takes. Returns the sizes tried and the items answered. */
async function asked(most: (call: number) => number, size = 16) {
  const [sizes, answered, alones]: [number[], number[], boolean[]] = [[], [], []];
  const progress = { step() {}, say() {}, end() {} };
  await inBatches({
    items,
    size,
    label: 'Asking',
    progress,
    async ask(batch, alone) {
      sizes.push(batch.length);
      alones.push(alone);
      if (batch.length > most(sizes.length)) throw new TooMuch(new Error('502'));
      answered.push(...batch);
    },
  });
  return { sizes, answered, alones };
}

test('all items are asked for once, in their order', async () => {
  expect(await asked(() => 16)).toMatchObject({ sizes: [16, 16, 8], answered: items });
  expect((await asked(() => 5)).answered).toEqual(items);
  expect((await asked((call) => (call % 3 === 0 ? 1 : 16))).answered).toEqual(items);
});

test('what is too much is halved down to one, which is asked for alone', async () => {
  const { sizes, alones } = await asked((call) => (call < 6 ? 1 : 16));
  expect(sizes.slice(0, 5)).toEqual([16, 8, 4, 2, 1]);
  expect(alones.slice(0, 5)).toEqual([false, false, false, false, true]);
});

test('after some that went well, more are tried again', async () => {
  const { sizes } = await asked((call) => (call === 1 ? 0 : 16), 4);
  expect(sizes).toEqual([4, ...Array(8).fill(2), 4, 4, 4, 4, 4, 4]);
});

test('one that fails alone fails all', async () => {
  await expect(asked(() => 0)).rejects.toThrow(TooMuch);
});

test('nothing to ask for asks nothing', async () => {
  const ask = () => Promise.reject(new Error('asked'));
  await inBatches({ items: [], size: 5, label: '', progress: { step() {}, say() {}, end() {} }, ask });
});
