import { escapeInline } from '../../src/markdown/escape.ts';
import type { Policy, Section } from '../../src/records/index.ts';
import { withoutAddresses } from '../parse/message/text.ts';
import { bulletMarkdown } from '../parse/pull-request/bullet-markdown.ts';
import type { NoteWordsEntry } from '../parse/pull-request/note-words.ts';
import type { ReleasedChange } from './account.ts';
import { bulletText, capitalised, scopeText } from './note-entries.ts';
import { sectionFor } from './sections.ts';

/** How the words of strangers become those of a note. */
export interface Wording {
  policy: Policy;
  /** The address of a module's repository where everybody may read it; null elsewhere. */
  repositoryUrl(module: string): string | null;
  /** False for addresses that customers cannot open. */
  mayLink(url: string): boolean;
  /** Takes the names of private repositories out of a bullet. */
  withoutPrivate(markdown: string): string;
}

/** What the words of a change's entries depend on. */
export type WordedChange = Pick<ReleasedChange, 'text' | 'section' | 'module' | 'landed'>;

/** One bullet of a change: its words, and where they go. */
export interface WordedEntry {
  section: Section;
  markdown: string;
  kind: string;
  breaking: boolean;
}

/** The id of a change's first, second, … entry: the first one's is the change's own. */
export function entryIdOf(change: string, index: number): string {
  return index === 0 ? change : `${change}.${index + 1}`;
}

/** The bullets of a change: those that its pull request's description writes, else one with its title. */
export function wordedEntries(change: WordedChange, wording: Wording): WordedEntry[] {
  return writtenEntries(change, wording).map((entry) => ({
    ...entry,
    markdown: wording.withoutPrivate(entry.markdown),
  }));
}

function writtenEntries(change: WordedChange, wording: Wording): WordedEntry[] {
  const written = (change.text.told?.entries ?? [])
    .map((entry) => fromDescription(entry, change, wording))
    .filter(({ markdown }) => markdown !== '');
  if (written.length > 0) return written;
  const { kind, breaking } = change.text;
  return [{ section: change.section, markdown: bulletText(change), kind, breaking }];
}

function fromDescription(entry: NoteWordsEntry, change: WordedChange, wording: Wording): WordedEntry {
  const kind = entry.kind ?? change.text.kind;
  const breaking = entry.kind === undefined ? change.text.breaking : entry.breaking === true;
  const facts = { title: change.text.title, kind, breaking };
  const words = bulletMarkdown(plainWords(entry), {
    repositoryUrl: wording.repositoryUrl(change.module),
    mayLink: (url) => wording.mayLink(url),
  });
  const behind = entry.breakingNote == null ? '' : ` — ${escapeInline(withoutAddresses(entry.breakingNote))}`;
  return {
    section:
      entry.actionRequired === true
        ? 'action'
        : sectionFor(facts, change.text.told?.labels ?? [], wording.policy),
    markdown: words === '' ? '' : `${scopeText(entry.scope ?? null)}${words}${behind}`,
    kind,
    breaking,
  };
}

/** What its section and its mark say already is not said again; a title from an override block reads as others do. */
function plainWords({ markdown, kind, actionRequired }: NoteWordsEntry): string {
  const said = actionRequired === true ? markdown.replace(ACTION_REQUIRED, '') : markdown;
  return kind !== undefined || said !== markdown ? capitalised(said) : said;
}

const ACTION_REQUIRED =
  /^\s*(?:\*\*|__|\[)?action required(?:\*\*|__|\])?\s*[:.\u2013\u2014-]?\s*(?:\*\*|__)?\s*/i;
