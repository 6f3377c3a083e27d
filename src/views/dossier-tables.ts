import type { CommitFate } from '../records/release.ts';
import type { ChangeSource } from './changes-view.ts';
import { chunksOf } from './chunks.ts';
import { byUrgency } from './commits-view.ts';
import { type DossierTable, dossierPath, dossierTablePath } from './paths.ts';

/** How a dossier's tables are spread over pages: short ones stand on its own page. */
export interface DossierPages {
  changes: ChangeSource[][];
  commits: CommitFate[][];
  /** True where the table has pages of its own. */
  apart: Record<DossierTable, boolean>;
  /** Where a change's row is; null where no record tells of it. */
  changeHref: (change: string) => string | null;
}

/**
 * Rows on a dossier's own page, and on a page of a table's own: together at most some 2,500 DOM nodes, of which a
 * commit takes 8, and a change about which everything is to be said 40. On its own page a dossier shows verdict, votes
 * and stages as well, which may take half of them.
 */
const ROWS = { changes: { inline: 10, page: 50 }, commits: { inline: 40, page: 250 } };

/** Spreads a dossier's tables over pages. */
export function dossierPages(
  product: string,
  version: string,
  changes: readonly ChangeSource[],
  fates: readonly CommitFate[],
): DossierPages {
  const apart = {
    changes: changes.length > ROWS.changes.inline,
    commits: fates.length > ROWS.commits.inline,
  };
  const changePages = chunksOf(inOrderOfLanding(changes), ROWS.changes.page);
  const places = new Map(
    changePages.flatMap((page, index) =>
      page.map(({ change }) => [
        change.id,
        `${apart.changes ? dossierTablePath(product, version, 'changes', index + 1) : dossierPath(product, version)}#${change.id}`,
      ]),
    ),
  );
  return {
    changes: changePages,
    commits: chunksOf(byUrgency(fates), ROWS.commits.page),
    apart,
    changeHref: (change) => places.get(change) ?? null,
  };
}

/** Numbers of the pages of a table's own: none where it stands on the dossier's page. */
export function tablePages(table: DossierTable, rows: number): number[] {
  if (rows <= ROWS[table].inline) return [];
  return Array.from({ length: Math.ceil(rows / ROWS[table].page) }, (_, index) => index + 1);
}

function inOrderOfLanding(changes: readonly ChangeSource[]): ChangeSource[] {
  const key = ({ change }: ChangeSource): string => `${change.landedAt} ${change.id}`;
  return [...changes].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
