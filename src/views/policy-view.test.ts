import { expect, test } from 'vitest';
import { policy } from '../verdict/testing/index.ts';
import { judgingFacts, judgingTables } from './policy-view.ts';
import type { TableView } from './table-view.ts';

function textsOf(table: TableView | undefined): string[][] {
  return (table?.rows ?? []).map((row) =>
    row.map((cell) =>
      cell.map((part) => ('text' in part ? part.text : part.is === 'mark' ? part.mark.text : '')).join(),
    ),
  );
}

test('a policy tells who may say what, and since when', () => {
  const [roles, people, gates] = judgingTables(policy().data);
  expect(textsOf(roles)[2]).toEqual(['QA', 'the release', '1', 'may veto', expect.stringContaining('minor')]);
  expect(textsOf(people)[0]?.[1]).toBe('module-lead of lantern from 2025-01-01');
  expect(textsOf(gates)[2]).toContain('dana-ito');
});

test('it tells when releases are made and which stages they need', () => {
  const facts = JSON.stringify(judgingFacts(policy().data));
  expect(facts).toContain('on mon, tue, wed, thu, fri, decision at 16:00, release at 17:00');
  expect(facts).toContain('3a Unit tests and coverage');
});

test('a policy that asks for nothing shows no empty table', () => {
  expect(judgingTables(policy({ roles: [], roster: [], gates: [], checklists: {} }).data)).toEqual([]);
});
