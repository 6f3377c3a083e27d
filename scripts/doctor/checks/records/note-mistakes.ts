import { noteTexts } from '../../../../src/notes/proofread/note-texts.ts';
import { proofread } from '../../../../src/notes/proofread/proofread.ts';
import { counted } from '../../../../src/verdict/wording.ts';
import type { ProductFacts } from '../../facts/product-facts.ts';
import { type Finding, verb } from '../../finding.ts';

/** How many mistakes the notes have; which ones tells "ledger proofread". */
export function noteMistakes({ id, page, notes, files }: ProductFacts): Finding[] {
  if (page === null) return [];
  const beside = files.filter((file) => file.startsWith(`notes/${id}/`) && !file.endsWith('.md'));
  const texts = noteTexts(
    page.data,
    notes.map(({ text, data, body, file }) => ({
      text,
      note: data,
      source: body,
      images: imagesOf(file, beside),
    })),
  );
  const mistakes = texts.flatMap(proofread);
  const stops = mistakes.filter(({ severity }) => severity === 'error').length;
  if (mistakes.length === 0) return [];
  const which = stops === 0 ? '' : `; ${stops === mistakes.length ? 'each' : stops} of them stops a build`;
  return [
    {
      id: 'note-mistakes',
      severity: stops > 0 ? 'broken' : 'hint',
      product: id,
      says: `The notes have ${counted(mistakes.length, 'mistake')}${which}.`,
      place: { file: `notes/${id}` },
      mend: verb('proofread', '--product', id),
    },
  ];
}

function imagesOf(note: string, files: readonly string[]): string[] {
  const folder = `${note.replace(/\.md$/, '')}/`;
  return files.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length));
}
