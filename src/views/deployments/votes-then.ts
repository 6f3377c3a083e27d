import { asOf } from '../../verdict/as-of.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { type FactPart, linkPart, textPart } from '../fact-view.ts';
import { dossierPartPath } from '../paths.ts';
import { ROLLBACKS } from '../rollback-texts.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { VOTES } from '../vote-texts.ts';
import { type VoteRow, voteMatrix } from '../votes/vote-matrix.ts';

/** Rows beside everything else of a rollback, below 2,500 DOM nodes. */
const ROOM = 14;
const CHIPS = 4;

/** The votes on the release that was taken away. */
export interface VotesThen {
  title: string;
  /** Null where the policy asks for none. */
  table: TableView | null;
  href: string;
}

/** Who had said what of a release by a moment, role by role. */
export function votesThen(dossier: Dossier, moment: string): VotesThen {
  const page = dossierPartPath(dossier.product, dossier.version, 'votes');
  const rows = voteMatrix(asOf(dossier, moment));
  const { role, needs, votes } = ROLLBACKS.voteColumns;
  const table = {
    caption: ROLLBACKS.votes(dossier.version),
    columns: columnsOf([role, needs, votes]),
    rows: rows.slice(0, ROOM).map((row) => voteRow(row, page)),
  };
  return { title: ROLLBACKS.votes(dossier.version), table: rows.length === 0 ? null : table, href: page };
}

function voteRow({ role, module, needs, votes, further }: VoteRow, page: string): CellView[] {
  const shown = votes.slice(-CHIPS);
  const more = further + votes.length - shown.length;
  const chips = shown.flatMap(({ decision, state, person, anchor }): FactPart[] => [
    { is: 'mark', mark: decision },
    linkPart(person, `${page}#${anchor}`),
    { is: 'mark', mark: state },
  ]);
  return [
    [textPart(role), ...(module === null ? [] : [textPart(VOTES.module(module))])],
    [textPart(needs)],
    [
      ...(chips.length === 0 ? [textPart(VOTES.nobodyYet)] : chips),
      ...(more > 0 ? [linkPart(VOTES.earlier(more), page)] : []),
    ],
  ];
}
