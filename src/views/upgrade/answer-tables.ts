import type { DependencyChange } from '../../notes/upgrade/dependency-changes.ts';
import type { TermChange } from '../../notes/upgrade/term-changes.ts';
import type { Upgrade } from '../../notes/upgrade/upgrade.ts';
import { UPGRADE } from '../texts.ts';
import type { AnswerTable, Names } from './answer-view.ts';

/** One row: what it is about, then its cells. */
export type TableCells = [name: string, ...cells: string[]];

const words = UPGRADE.tables;

/** Dependencies A → C, with the versions between where there are any. */
export function dependencyTable({ from, to, dependencies }: Upgrade): AnswerTable {
  const hasSteps = dependencies.some(({ by }) => by.length > 0);
  const rows = dependencies.map(
    ({ name, from: before, to: after, by }: DependencyChange): TableCells => [
      ...([name, before ?? words.notSaid, after ?? words.notSaid] as const),
      ...(hasSteps ? [by.join(', ')] : []),
    ],
  );
  const heads = [words.dependency, words.before(from), words.before(to), ...(hasSteps ? [words.by] : [])];
  return { caption: words.dependencies, heads, rows };
}

/** Features that are further, or less far, than before. */
export function featureTable({ from, to, features }: Upgrade, names: Names): AnswerTable {
  const rows = features.map(
    ({ term, from: before, to: after }): TableCells => [
      names.features.get(term) ?? term,
      before === null ? words.notSaid : UPGRADE.maturity[before],
      UPGRADE.maturity[after],
    ],
  );
  return { caption: words.features, heads: [words.feature, words.before(from), words.before(to)], rows };
}

/** What else the target works with. */
export function compatibilityTable({ from, to, compatibility }: Upgrade, names: Names): AnswerTable {
  const rows = compatibility.map(
    ({ term, from: before, to: after }: TermChange<string>): TableCells => [
      names.compatibility.get(term) ?? term,
      before ?? words.notSaid,
      after,
    ],
  );
  return { caption: words.compatibility, heads: [words.works, words.before(from), words.before(to)], rows };
}
