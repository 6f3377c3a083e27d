import type { FiledNote, ProductFacts } from '../../facts/product-facts.ts';
import { edit, type Finding } from '../../finding.ts';

/** What the site serves beside a note. */
const KINDS = /\.(?:png|jpe?g|gif|webp|avif)$/i;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Files beside notes that no note shows. */
export function pictures({ id, files, notes, unread }: ProductFacts): Finding[] {
  const byVersion = new Map(notes.map((note) => [note.data.version, note]));
  return files.flatMap((file): Finding[] => {
    const [, version = '', name = ''] = /^notes\/[^/]+\/([^/]+)\/([^/]+)$/.exec(file) ?? [];
    if (name === '' || unread.has(`notes/${id}/${version}.md`)) return [];
    const says = whyUnseen(version, name, byVersion.get(version));
    if (says === null) return [];
    const mend = edit(
      `Write ![what it shows](${version}/${name}) into the note of ${version}, or remove the file.`,
    );
    return [{ id: 'picture-unseen', severity: 'hint', product: id, says, place: { file }, mend }];
  });
}

function whyUnseen(version: string, name: string, note: FiledNote | undefined): string | null {
  if (note === undefined) return `There is no note of ${version} that could show it.`;
  if (!KINDS.test(name) || !NAME.test(name))
    return 'No page shows it: pictures are PNG, JPEG, GIF, WebP or AVIF, with letters, digits, ".", "_" and "-" in their names.';
  return note.body.includes(`${version}/${name}`) ? null : `The note of ${version} does not show it.`;
}
