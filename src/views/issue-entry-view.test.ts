import { expect, test } from 'vitest';
import { parseNoteBody } from '../markdown/note-body.ts';
import { NoteSchema } from '../records/note.ts';
import { ProductSchema } from '../records/product.ts';
import { releaseView } from './release-view.ts';

const FATE = { open: false, affects: '1.0.0', fixedIn: [{ version: '1.1.0', href: '/core/1.1.0/' }] };

test('a known issue has an anchor, its workaround set apart, and what became of it', () => {
  const modules = [
    { id: 'core', name: 'Core' },
    { id: 'ui', name: 'Interface' },
  ];
  const note = NoteSchema.parse({
    schema: 1,
    product: 'core',
    version: '1.0.0',
    date: '2026-02-03T10:30:00+00:00',
    prerelease: false,
    previous: null,
    known: [{ id: 'known-1', module: 'ui' }, { id: 'known-2' }],
    entries: [],
  });
  const body = parseNoteBody(
    '## Known issues\n\n- It hangs. {#known-1}\n\n  Workaround: wait.\n- It is slow. {#known-2}\n- Seen once. {#known-1}\n',
  );
  const source = {
    id: 'core',
    product: ProductSchema.parse({ schema: 1, name: 'Core', modules }),
    notes: [],
  };
  const { sections } = releaseView({ note, body }, source, new Map([['known-1', FATE]]));
  expect(sections.map(({ id }) => id)).toEqual(['known']);
  expect(sections[0]?.entries).toMatchObject([
    {
      anchor: 'known-1',
      html: 'It hangs.',
      modules: ['Interface'],
      issue: { workaroundHtml: '<p>Wait.</p>', fate: FATE },
    },
    { anchor: 'known-2', html: 'It is slow.', issue: { workaroundHtml: null, fate: null } },
    { anchor: null, html: 'Seen once.' },
  ]);
});
