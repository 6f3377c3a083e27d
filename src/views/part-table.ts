import { spelledOut } from '../markdown/harmless.ts';
import type { ReleasePart } from '../records/release.ts';
import { keepsData } from '../verdict/stateful-parts.ts';
import { AUDIT } from './audit-texts.ts';
import { codePart, type FactPart, linkPart, markPart, textPart } from './fact-view.ts';
import { type CellView, columnsOf, type TableView } from './table-view.ts';

const SHOWN_COMMITS = 3;
const SHORT = 12;

/** The third-party parts of a release: where each stands and stood, which commits moved it, and what tells so. */
export function partTable(
  parts: readonly ReleasePart[],
  changeHref: (change: string) => string | null,
): TableView {
  const { part, version, before, data, movedBy, toldBy } = AUDIT.columns;
  return {
    caption: AUDIT.dossier.parts,
    columns: columnsOf([part, version, before, data, movedBy, toldBy]),
    rows: parts.map((each) => [
      nameCell(each),
      [textPart(each.version === null ? AUDIT.parts.removed : spelledOut(each.version))],
      [textPart(beforeText(each))],
      dataCell(each),
      moverCell(each),
      [toldPart(each, changeHref)],
    ]),
  };
}

function nameCell({ name, alias }: ReleasePart): CellView {
  const own = codePart(spelledOut(name));
  return alias === undefined ? [own] : [own, textPart(AUDIT.parts.as(spelledOut(alias)))];
}

function beforeText({ previous }: ReleasePart): string {
  if (previous === undefined) return AUDIT.parts.unknown;
  return previous === null ? AUDIT.parts.isNew : spelledOut(previous);
}

function dataCell({ name }: ReleasePart): CellView {
  const { kind, mark, text } = AUDIT.parts.keepsData;
  return [keepsData(name) ? markPart(kind, mark, text) : textPart('–')];
}

/** As a chart may move often on the way, only its last commits. */
function moverCell({ commits = [] }: ReleasePart): CellView {
  if (commits.length === 0) return [textPart('–')];
  return commits.slice(-SHOWN_COMMITS).map((commit) => codePart(commit.slice(0, SHORT)));
}

/** A change leads to its row; a part's own entry has no record of its own. */
function toldPart({ entry }: ReleasePart, changeHref: (change: string) => string | null): FactPart {
  if (entry === undefined) return textPart('–');
  const href = changeHref(entry);
  return href === null ? textPart(AUDIT.parts.ownEntry) : linkPart(entry, href);
}
