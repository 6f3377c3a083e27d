import { isTakenBack } from '../../notes/upgrade/carried.ts';
import type { UpgradeIssue } from '../../notes/upgrade/open-issues.ts';
import type { UpgradeEntry } from '../../notes/upgrade/pick-entries.ts';
import { UPGRADE } from '../texts.ts';
import type { LineView, Names, WordView } from './answer-view.ts';

const words = UPGRADE.answer;

/** An entry that the target has. `held` are the releases that the target holds. */
export function freshLine(telling: UpgradeEntry, names: Names, held: ReadonlySet<string>): LineView {
  const { entry } = telling;
  const removal = entry.removalIn === null ? words.noRemoval : words.removal(entry.removalIn);
  const gone = entry.withdrawals.filter(({ ids }) => ids.some((id) => isTakenBack(entry, id, held)));
  return {
    ...entryLine(telling, names),
    notes: [
      ...(entry.section === 'deprecated' ? [removal] : []),
      ...gone.filter((fate) => held.has(fate.in)).map((fate) => words.partly(fate.in)),
    ],
  };
}

/** An entry that only the source has. */
export function lostLine(telling: UpgradeEntry, names: Names, to: string): LineView {
  return { ...entryLine(telling, names), notes: [words.fixedIn(telling.version, to)] };
}

/** An entry that was taken back by then. */
export function goneLine(telling: UpgradeEntry, names: Names, held: ReadonlySet<string>): LineView {
  const fate = telling.entry.withdrawals.find((one) => held.has(one.in));
  return {
    ...entryLine(telling, names),
    notes: fate === undefined ? [] : [words.takenBackIn(fate.in)],
  };
}

/** A known issue. */
export function issueLine({ version, issue }: UpgradeIssue, names: Names): LineView {
  const { id, title, html, markdown, workaroundHtml, module, address } = issue;
  return {
    ...{ key: keyOf(id, version, title), html, markdown, version, href: address, words: [], notes: [] },
    modules: module === null ? [] : namesIn([module], names),
    workaroundHtml,
  };
}

/** Under which ticks are kept. */
export function keyOf(id: string | null, version: string, title: string): string {
  return id ?? `${version} ${title}`;
}

function entryLine({ version, entry }: UpgradeEntry, names: Names): LineView {
  return {
    key: keyOf(entry.id, version, entry.title),
    ...{ html: entry.html, markdown: entry.markdown, version, href: entry.address },
    words: wordsOf(entry),
    modules: namesIn(entry.modules, names),
    notes: [],
    workaroundHtml: null,
  };
}

function namesIn(ids: readonly string[], { modules }: Names): string[] {
  return ids.flatMap((id) => modules.get(id) ?? []);
}

function wordsOf({ breaking, security, maturity }: UpgradeEntry['entry']): WordView[] {
  const found: WordView[] = [];
  if (breaking) found.push({ kind: 'danger', sign: '!', text: UPGRADE.breaking });
  if (security !== null && security.severity !== null)
    found.push({
      kind: security.severity === 'low' || security.severity === 'medium' ? 'caution' : 'danger',
      sign: '◆',
      text: UPGRADE.severity[security.severity],
    });
  if (maturity !== 'stable')
    found.push({ kind: 'caution', sign: maturity === 'alpha' ? 'α' : 'β', text: UPGRADE.maturity[maturity] });
  return found;
}
