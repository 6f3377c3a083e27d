import { expect, test } from 'vitest';
import { sequences } from './testing/edit-sequences.ts';
import { holdRegeneration, type Step } from './testing/regenerated.ts';

/** `npm run nightly` makes many more, and longer ones. */
const SHORT = { count: 1, length: 5 };

test('after any edits, what is made anew is what a build from nothing makes', async () => {
  const seed = Number(process.env['LEDGER_SEED'] ?? Date.now() % 2 ** 31);
  for (const [index, steps] of sequences({ seed, ...SHORT }).entries())
    await expect(holdRegeneration(steps), `seed ${seed}, sequence ${index}`).resolves.toBeUndefined();
}, 600_000);

/** What one page has read already is read by the next one as well, also where it is remembered. */
const SHARED: readonly Step[] = [
  { edit: 'editChange', pick: 5 },
  { edit: 'moveLanding', pick: 5 },
];

test('pages that read the same are all made anew', async () => {
  await expect(holdRegeneration(SHARED)).resolves.toBeUndefined();
}, 600_000);
