import { remark } from 'remark';
import { idMark, type NoteBullet, parseNoteBody } from '../../src/markdown/note-body.ts';

/** A body whose bullets end in the ids of their changes, and the ids that found one. */
export interface LinkedBody {
  body: string;
  ids: string[];
}

/**
 * Puts ids behind bullets that have none: `idsOf` says which changes a bullet's words name. An id stands once in a
 * note, with the first bullet that names it. No other byte changes.
 */
export function linkBullets(body: string, idsOf: (words: string) => readonly string[]): LinkedBody {
  const bullets = parseNoteBody(body).sections.flatMap((section) => section.bullets);
  const used = new Set(bullets.flatMap(({ ids }) => ids));
  const found: string[] = [];
  const marks = bullets.flatMap((bullet) => {
    if (bullet.ids.length > 0) return [];
    const ids = [...new Set(idsOf(bullet.text))].filter((id) => !used.has(id));
    const at = ids.length === 0 ? null : endOfWords(body, bullet);
    if (at === null) return [];
    for (const id of ids) used.add(id);
    found.push(...ids);
    return [{ at, mark: ` ${idMark(ids)}` }];
  });
  const linked = marks.reduceRight(
    (text, { at, mark }) => `${text.slice(0, at)}${mark}${text.slice(at)}`,
    body,
  );
  return { body: linked, ids: found };
}

/** Behind the bullet's first paragraph: what follows may be code. Null where it has none. */
function endOfWords(body: string, { start, end }: NoteBullet): number | null {
  const [list] = remark().parse(body.slice(start, end)).children;
  const first = list?.type === 'list' ? list.children[0]?.children[0] : undefined;
  const at = first?.type === 'paragraph' ? first.position?.end.offset : undefined;
  return at === undefined ? null : start + at;
}
