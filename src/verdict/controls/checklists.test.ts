import { expect, test } from 'vitest';
import { checklist, POLICY, policy } from '../testing/index.ts';
import { oneChange } from '../testing/one-change.ts';
import { checklists } from './checklists.ts';

const judgedBy = policy({
  roles: (POLICY.roles ?? []).map((role) => (role.id === 'qa' ? { ...role, for: ['major' as const] } : role)),
  checklists: { sre: ['Run `helm lint` on the chart', 'Tell the on-call group'], qa: ['Read the load test'] },
});
const TICKED = '- [x] run **helm lint** on the chart\n- [X] Tell the on-call group\n';

test('all items of the policy, all ticked; a role that this kind of release does not need has none', () => {
  const list = checklist('sre', TICKED);
  expect(checklists.examine(oneChange({ policy: judgedBy, checklists: [list] }))).toEqual({
    result: 'pass',
    reasons: [{ text: 'sre: 2 items ticked', record: list.path }],
  });
});

test('what is not ticked is named with its line, an own item too', () => {
  const list = checklist(
    'sre',
    '- [x] Run helm lint on the chart\n- [ ] Tell the on-call group\n- [ ] Look at disks\n',
  );
  expect(checklists.examine(oneChange({ policy: judgedBy, checklists: [list] }))).toEqual({
    result: 'fail',
    reasons: [
      { text: 'sre: not ticked: "Tell the on-call group" (line 2)', record: list.path },
      { text: 'sre: not ticked: "Look at disks" (line 3)', record: list.path },
    ],
  });
});

test('an item that was taken out of the list fails', () => {
  const list = checklist('sre', '- [x] Run `helm lint` on the chart\n- Tell the on-call group\n');
  expect(checklists.examine(oneChange({ policy: judgedBy, checklists: [list] }))).toMatchObject({
    result: 'fail',
    reasons: [{ text: 'sre: the list lacks "Tell the on-call group"' }],
  });
});

test('a role without a list is unproven, a policy without lists asks for none', () => {
  expect(checklists.examine(oneChange({ policy: judgedBy, checklists: [] }))).toMatchObject({
    result: 'unproven',
    reasons: [{ text: 'sre has no checklist for 1.4.0: 2 items to do' }],
  });
  const none = policy({ checklists: {} });
  expect(checklists.examine(oneChange({ policy: none, checklists: [] })).result).toBe('pass');
});
