import { expect, test } from 'vitest';
import { type NoteEntry, ProductSchema } from '../records/index.ts';
import { entryView } from './entry-view.ts';

const PRODUCT = ProductSchema.parse({ schema: 1, name: 'Core', modules: [{ id: 'core', name: 'Core' }] });

function alsoIn(count: number): { shown: string[]; more: number } {
  const versions = Array.from({ length: count }, (_, index) => `1.${index}.0`);
  const entry: NoteEntry = { id: 'core-1', module: 'core', pullRequest: 1, kind: 'fix', alsoIn: versions };
  const view = entryView(
    { ids: ['core-1'], text: 'Mend', line: 1, start: 0, end: 4 },
    {
      product: PRODUCT,
      entries: new Map([['core-1', entry]]),
      link: (version) => ({ version, href: null }),
      definitions: '',
      images: new Map(),
      claim: () => true,
    },
  );
  return { shown: view.alsoIn.map(({ version }) => version), more: view.alsoInMore };
}

test.each([
  [0, [], 0],
  [3, ['1.0.0', '1.1.0', '1.2.0'], 0],
  [4, ['1.0.0', '1.1.0', '1.2.0', '1.3.0'], 0],
  [5, ['1.0.0', '1.1.0', '1.2.0'], 2],
  [12, ['1.0.0', '1.1.0', '1.2.0'], 9],
])('of %i other releases the first few are named, and how many more there are', (count, shown, more) => {
  expect(alsoIn(count)).toEqual({ shown, more });
});
