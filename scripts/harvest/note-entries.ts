import { escapeInline } from '../../src/markdown/escape.ts';
import { idMark, withdrawnMark } from '../../src/markdown/note-body.ts';
import { type MoreWithdrawal, type NoteEntry, SECTIONS, type Section } from '../../src/records/index.ts';
import { withoutAddresses } from '../parse/message/text.ts';
import type { ReleasedChange } from './account.ts';
import type { AcrossReleases, Withdrawal } from './across-releases.ts';
import type { FeatureFacts } from './entry-features.ts';
import type { HarvestedRelease } from './product-history.ts';
import { entryIdOf, type Wording, wordedEntries } from './worded-entries.ts';

/** An entry as the harvest offers it: what machines know, where it goes, and its words. */
export interface OfferedEntry {
  entry: NoteEntry;
  section: Section;
  /** The whole bullet, as a line of markdown (several where it has parts). */
  bullet: string;
  /** The change's commits in the range: words from before this tool may name one of them. */
  commits?: readonly string[];
}

/** The entries of a release's changes, as history has them. */
export function offeredEntries(
  release: HarvestedRelease,
  across: AcrossReleases,
  wording: Wording,
  features: FeatureFacts = () => ({}),
): OfferedEntry[] {
  const published = release.account.changes.filter((change) => change.fate.became === 'published');
  return published.flatMap((change) => offer(change, release, across, wording, features(change)));
}

/** Entries in the order of a note: by section, then as they were offered. */
export function inNoteOrder(offered: readonly OfferedEntry[]): OfferedEntry[] {
  return SECTIONS.flatMap(({ id }) => offered.filter(({ section }) => section === id));
}

function offer(
  change: ReleasedChange,
  release: HarvestedRelease,
  across: AcrossReleases,
  wording: Wording,
  more: ReturnType<FeatureFacts>,
): OfferedEntry[] {
  const whole = { ...entryOf(change, release, across), ...more };
  const withdrawn = whole.withdrawnIn === undefined ? '' : `${withdrawnMark(whole.withdrawnIn)} `;
  return wordedEntries(change, wording).map(({ section, markdown, kind, breaking }, index) => {
    const id = entryIdOf(change.id, index);
    const { breaking: _all, ...rest } = whole;
    const entry = { ...rest, id, kind, ...(breaking && { breaking: true as const }) };
    const commits = change.commits.map((commit) => commit.id);
    return { entry, section, bullet: `- ${markdown} ${withdrawn}${idMark([id])}`, commits };
  });
}

function entryOf(change: ReleasedChange, release: HarvestedRelease, across: AcrossReleases): NoteEntry {
  const alsoIn = across.alsoIn(release, change.id);
  const withdrawal = across.withdrawal(release, change.id);
  const more = across.moreWithdrawals(release, change.id);
  return {
    id: change.id,
    module: change.module,
    pullRequest: change.number,
    kind: change.text.kind,
    ...(change.text.breaking && { breaking: true }),
    ...(change.rollsUp.length > 0 && { rollsUp: [...change.rollsUp] }),
    ...(alsoIn.length > 0 && { alsoIn }),
    ...(withdrawal !== null && { withdrawnIn: withdrawal.withdrawnIn }),
    ...(withdrawal?.restoredIn != null && { restoredIn: withdrawal.restoredIn }),
    ...(more.length > 0 && { moreWithdrawals: more.map(fateOf) }),
  };
}

function fateOf({ withdrawnIn, restoredIn }: Withdrawal): MoreWithdrawal {
  return { in: withdrawnIn, ...(restoredIn !== null && { restoredIn }) };
}

/** The change's words as markdown: scope in front, what breaks behind. */
export function bulletText(change: Pick<ReleasedChange, 'text' | 'landed'>): string {
  const { title, scope, breakingNote } = change.text;
  const words = escapeInline(withoutAddresses(capitalised(title)));
  const front = scopeText(scope);
  const behind = breakingNote === null ? '' : ` — ${escapeInline(withoutAddresses(breakingNote))}`;
  const carried = change.landed.flatMap((landed) => landed.carried);
  const parts = carried
    .map((part) => `; ${escapeInline(withoutAddresses(part.title))} (#${part.number})`)
    .join('');
  return `${front}${sentence(words)}${behind}${parts}`;
}

/** A scope in front of an entry's words. */
export function scopeText(scope: string | null): string {
  return scope === null || isSaidBySection(scope) ? '' : `**${escapeInline(scope)}:** `;
}

/** "chore(deps): bump x" stands under Dependencies: saying it again helps nobody. */
function isSaidBySection(scope: string): boolean {
  return /^deps(?:-dev)?$/i.test(scope);
}

/** A title as a sentence begins, unless its first word is a name. */
export function capitalised(title: string): string {
  return /^\p{Ll}+(?:\s|$)/u.test(title) ? title.charAt(0).toUpperCase() + title.slice(1) : title;
}

/** Titles come with and without a full stop; notes have none, as Keep a Changelog's. */
function sentence(words: string): string {
  return words.replace(/(?<!\.)\.$/, '');
}
