import { sumOfFates } from '../../src/history/editor-decisions.ts';
import { type NoteBody, parseNoteBody } from '../../src/markdown/note-body.ts';
import { type Change, type ConservationSum, changeOfEntry } from '../../src/records/index.ts';
import { CONTROLS } from '../../src/verdict/controls.ts';
import type { Dossier } from '../../src/verdict/dossier.ts';
import type { Examined, Verdict } from '../../src/verdict/verdict.ts';
import type { FaultyNote } from '../notes/proofread-ledger.ts';

/** What a person has to know who is asked to edit a drafted note and to let it out. */
export interface DraftFacts {
  product: string;
  /** The product's name for customers. */
  name: string;
  version: string;
  /** The release's tag and the commit that it leads to; null where none was harvested. */
  tag: { name: string; commit: string } | null;
  /** The note's file, from the content folder on. */
  note: string | null;
  /** The note's headings with the number of their bullets. */
  sections: { heading: string; bullets: number }[];
  sum: ConservationSum;
  /** Commits that nothing accounts for, in full. */
  unresolved: { commit: string; reason: string }[];
  /** Entries whose words are those of a title or a commit: nobody wrote them for customers. */
  unwritten: { id: string; text: string }[];
  mistakes: { line: number; severity: 'error' | 'warning'; says: string; todo: string }[];
  /** What the harvest noticed: moved tags, conflicts with a person's edits. */
  events: string[];
  verdict: Verdict['verdict'];
  /** Controls that do not hold, the failed ones first. */
  open: Examined[];
}

/** Where words come from that somebody wrote for the note. */
const WRITTEN = new Set<Change['wordsFrom']>([
  'override block',
  'release-note fence',
  'release-note section',
]);

/** Gathers what there is to know of a drafted note. `mistakes` are those of its own note. */
export function draftFacts(
  dossier: Dossier,
  judged: Verdict,
  mistakes: readonly FaultyNote[],
  name: string,
): DraftFacts {
  const { product, version, release, fates, note } = dossier;
  const body = parseNoteBody(note?.body ?? '');
  return {
    ...{ product, name, version },
    tag: release === null ? null : { name: release.data.tag.name, commit: release.data.tag.commit },
    note: note?.path ?? null,
    sections: body.sections
      .map(({ heading, bullets }) => ({ heading, bullets: bullets.length }))
      .filter(({ bullets }) => bullets > 0),
    sum: sumOfFates(fates),
    unresolved: fates.filter(({ disposition }) => disposition === 'unresolved'),
    unwritten: unwrittenEntries(dossier, body),
    mistakes: mistakes.flatMap((each) => each.mistakes),
    events: (release?.data.events ?? []).map(({ text }) => text),
    verdict: judged.verdict,
    open: (['fail', 'unproven'] as const).flatMap((result) =>
      judged.controls.filter((each) => each.result === result && !isLater(each)),
    ),
  };
}

/** Deployments come after the blessing: what only they can show is nothing that a release waits for. */
function isLater({ id, result }: Examined): boolean {
  return (
    result === 'unproven' && CONTROLS.some((control) => control.id === id && control.comesAfter === true)
  );
}

/** A bullet that still has the title of its only change. What a person edited is told apart by its words. */
function unwrittenEntries({ changes }: Dossier, { sections }: NoteBody): DraftFacts['unwritten'] {
  const byId = new Map(changes.map(({ data }) => [data.id, data]));
  return sections.flatMap(({ bullets }) =>
    bullets.flatMap(({ ids, text }) => {
      const [id = ''] = ids;
      const change = byId.get(changeOfEntry(id));
      const isTitle = ids.length === 1 && change !== undefined && hasTitleOf(text, change);
      return isTitle ? [{ id, text }] : [];
    }),
  );
}

/** Of a dependency there is no more to say than from where to where it moved. */
function hasTitleOf(text: string, { wordsFrom, title, dependency }: Change): boolean {
  return !WRITTEN.has(wordsFrom) && dependency === undefined && lettersOf(text).includes(lettersOf(title));
}

/** Marks and escapes aside. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
