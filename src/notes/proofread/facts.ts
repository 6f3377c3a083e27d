import type { Mistake } from './mistake.ts';
import { frontMatterLine, type NoteText } from './note-text.ts';

/** Facts of a person's that name something which is not there. */
export function factMistakes(note: NoteText): Mistake[] {
  return [...versionMistakes(note), ...entryMistakes(note), ...termMistakes(note), ...unseenIssues(note)];
}

function versionMistakes(text: NoteText): Mistake[] {
  const { note, versions } = text;
  const named = [
    ...(note.withdrawn?.use === undefined ? [] : [{ field: 'use', version: note.withdrawn.use }]),
    ...note.entries.flatMap(({ security }) =>
      security?.since === undefined ? [] : [{ field: 'since', version: security.since }],
    ),
    ...(note.known ?? []).flatMap(({ since, fixedIn = [] }) => [
      ...(since === undefined ? [] : [{ field: 'since', version: since }]),
      ...fixedIn.map((version) => ({ field: 'fixedIn', version })),
    ]),
  ];
  return named
    .filter(({ version }) => !versions.has(version))
    .map(({ field, version }) => ({
      severity: 'error' as const,
      line: frontMatterLine(text, version),
      says: `"${field}" names ${version}, which has no note`,
      todo: 'Write a version of this product as its note is called.',
    }));
}

function entryMistakes(text: NoteText): Mistake[] {
  const { note, ids } = text;
  const named = [
    ...note.entries.flatMap(({ removes }) =>
      removes === undefined ? [] : [{ field: 'removes', id: removes }],
    ),
    ...(note.known ?? []).flatMap(({ fixedBy }) =>
      fixedBy === undefined ? [] : [{ field: 'fixedBy', id: fixedBy }],
    ),
  ];
  return named
    .filter(({ id }) => !ids.has(id))
    .map(({ field, id }) => ({
      severity: 'error' as const,
      line: frontMatterLine(text, `${field}: ${id}`),
      says: `"${field}" names ${id}, which no note of the product has`,
      todo: 'Write the id that stands behind the entry, as {#openebs-12} without the braces.',
    }));
}

function termMistakes(text: NoteText): Mistake[] {
  const { note, product } = text;
  const kinds = [
    { field: 'compatibility', used: note.compatibility, listed: product.compatibility },
    { field: 'features', used: note.features, listed: product.features },
  ];
  return kinds.flatMap(({ field, used = {}, listed = [] }) =>
    Object.keys(used)
      .filter((term) => !listed.some(({ id }) => id === term))
      .map((term) => ({
        severity: 'error' as const,
        line: frontMatterLine(text, `${term}:`),
        says: `"${field}" names "${term}", which the product's page does not list`,
        todo: `Add it under "${field}" in products/${note.product}.md, or correct it.`,
      })),
  );
}

function unseenIssues(text: NoteText): Mistake[] {
  const { note, body } = text;
  const told = body.sections.filter(({ section }) => section === 'known');
  const shown = new Set(told.flatMap(({ bullets }) => bullets.flatMap(({ ids }) => ids)));
  return (note.known ?? [])
    .filter(({ id }) => !shown.has(id))
    .map(({ id }) => ({
      severity: 'error' as const,
      line: frontMatterLine(text, `id: ${id}`),
      says: `the known issue ${id} has no bullet`,
      todo: `Describe it under "## Known issues", ending with {#${id}}.`,
    }));
}
