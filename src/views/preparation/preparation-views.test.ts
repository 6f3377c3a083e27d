import { expect, test } from 'vitest';
import { dossier, EMERGENCY, opening } from '../../verdict/testing/index.ts';
import { checklistViews } from './checklist-view.ts';
import { openingFacts } from './opening-view.ts';
import { preparationView } from './preparation-page.ts';
import { preparationSummary } from './preparation-summary.ts';

function listed(body: string) {
  const [list] = dossier().checklists;
  if (list === undefined) throw new Error('no checklist');
  return checklistViews(dossier({ checklists: [{ ...list, body }] }))[0];
}

test('a box is ticked or open, and what the policy asks for cannot be left off the list', () => {
  const list = listed('- [x] The release branch is cut\n- [ ] Something else\n');
  expect(list?.items.map(({ text, state }) => [text, state.text])).toEqual([
    ['The release branch is cut', 'done'],
    ['Something else', 'open'],
    ['The dashboards are open', 'not on the list'],
  ]);
  expect(list?.open.length).toBe(2);
});

test('a long list keeps its count', () => {
  const list = listed('- [x] item\n'.repeat(300));
  expect(list).toMatchObject({ total: 302, items: { length: 120 }, further: { length: 182 } });
});

test('a list that nobody filled in is all open', () => {
  const [list] = checklistViews(dossier({ checklists: [] }));
  expect(list).toMatchObject({ role: 'SRE', path: null, open: { length: 2 } });
});

test('an opening tells of its scope, with links to changes that are recorded', () => {
  const scope = openingFacts(dossier()).find(({ name }) => name === 'Approved changes');
  expect(scope?.parts[0]).toEqual({
    is: 'link',
    text: 'lantern-11',
    href: '/audit/lantern/1.4.0/changes/lantern-11/',
  });
});

test('an emergency is loud', () => {
  const facts = openingFacts(dossier({ opening: opening({ emergency: EMERGENCY }) }));
  expect(facts.map(({ name }) => name)).toContain('Incident');
});

test('what was not prepared is said', () => {
  const bare = dossier({ opening: null, recovery: null, checklists: [] });
  expect(preparationView(bare)).toMatchObject({ opening: null, recovery: null });
  expect(JSON.stringify(preparationSummary(bare))).toContain('Nobody wrote a recovery plan');
});
