import type { NoteSection } from '../../markdown/note-body.ts';
import { parseNoteBody } from '../../markdown/note-body.ts';
import type { Note } from '../../records/note.ts';
import type { Product } from '../../records/product.ts';
import type { NoteSource, ProductSource } from '../../views/release-view.ts';

/** A product of one module whose pull requests everybody may read. */
export const CORE: Product = {
  schema: 1,
  name: 'Core',
  summary: 'Keeps things.',
  contributors: false,
  modules: [{ id: 'core', name: 'Core', repository: 'https://git.example.org/example/core' }],
};

/** Front matter of a note, with an entry for each id. */
export function invented(version: string, ids: readonly string[], more: Partial<Note> = {}): Note {
  return {
    schema: 1,
    product: 'core',
    version,
    date: '2026-02-03T10:00:00+00:00',
    prerelease: false,
    previous: null,
    ...more,
    entries:
      more.entries ??
      ids.map((id) => ({ id, module: 'core', pullRequest: Number(/\d+/.exec(id)?.[0] ?? 1), kind: 'fix' })),
  };
}

/** A note from its text, as it is read. */
export function written(version: string, text: string, more: Partial<Note> = {}): NoteSource {
  const body = parseNoteBody(text);
  const known = body.sections.filter(({ section }) => section !== 'known');
  const ids = known.flatMap(({ bullets }) => bullets.flatMap((bullet) => bullet.ids));
  return { note: invented(version, ids, more), body };
}

/** A note whose bullets are whatever they are. */
export function assembled(version: string, sections: NoteSection[], more: Partial<Note> = {}): NoteSource {
  const ids = sections.flatMap(({ bullets }) => bullets.flatMap((bullet) => bullet.ids));
  return { note: invented(version, ids, more), body: { intro: '', sections } };
}

/** A product with its notes. */
export function sourceOf(...notes: NoteSource[]): ProductSource {
  return { id: 'core', product: CORE, notes };
}
