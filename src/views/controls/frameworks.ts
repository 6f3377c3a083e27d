import { CONTROL_PAGE } from '../control-texts.ts';
import { codePart, type FactPart, textPart } from '../fact-view.ts';
import { columnsOf, type TableView } from '../table-view.ts';

/** "ISO/IEC 27001:2022 A.8.32" is a framework and, behind the last space, its clause. */
const CLAUSE = /^(.*) (\S+)$/;

/** Clauses of outside frameworks, by framework. */
export function frameworksTable(clauses: readonly string[]): TableView {
  const named = clauses.map((text) => {
    const [, framework = text, clause = ''] = CLAUSE.exec(text) ?? [];
    return { framework, clause };
  });
  const groups = Map.groupBy(named, ({ framework }) => framework);
  const { framework, clause } = CONTROL_PAGE.frameworks;
  return {
    caption: CONTROL_PAGE.clauses,
    columns: columnsOf([framework, clause]),
    rows: [...groups].map(([name, alike]) => [
      [textPart(name)],
      alike.map((each): FactPart => codePart(each.clause)),
    ]),
  };
}
