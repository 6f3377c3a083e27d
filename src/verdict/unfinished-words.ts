import { headedSections, proseOf } from '../history/headed-sections.ts';
import { placeholderIn } from '../history/placeholders.ts';
import { changeOfEntry, sectionOf } from '../records/index.ts';
import type { Dossier } from './dossier.ts';

const ID_MARK = /\{((?:#[a-z0-9][a-z0-9._-]*\s*)+)\}/g;

/** What in a note's text is not for customers yet: sentences for whoever has to finish it. */
export function unfinishedWords(body: string, changes: Dossier['changes']): string[] {
  const placeholder = placeholderIn(proseOf(body));
  const actions = headedSections(body)
    .filter(({ heading }) => sectionOf(heading) === 'action')
    .flatMap(({ items }) => items);
  return [
    ...(placeholder === null ? [] : [`the note is not finished: it says "${placeholder}"`]),
    ...actions.flatMap((item) => bareAction(item, changes) ?? []),
  ];
}

/** Whoever must do something needs to be told what: a title says only what was changed. */
function bareAction(item: string, changes: Dossier['changes']): string | null {
  const ids = idsOf(item);
  const own = changes.filter(({ data }) => ids.includes(data.id));
  const words = item.replace(ID_MARK, '');
  const isLonger = own.every(({ data }) => wordCount(words) > wordCount(`${data.scope ?? ''} ${data.title}`));
  if (wordCount(words) > 1 && isLonger) return null;
  const name = ids[0] ?? `"${words.trim()}"`;
  return `${name} asks for action and says no more than a title: what has to be done?`;
}

function idsOf(item: string): string[] {
  const marks = [...item.matchAll(ID_MARK)].flatMap(([, inner = '']) => inner.trim().split(/\s+/));
  return marks.map((mark) => changeOfEntry(mark.slice(1)));
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
