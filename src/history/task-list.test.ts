import { expect, test } from 'vitest';
import { plainWords, tasksOf } from './task-list.ts';

test('reads boxes, nested ones too, and nothing that only looks like one', () => {
  const body = `Before the release:

- [x] run \`helm lint\` on the **umbrella** chart
- [X] tell the on-call group
  - [ ] by mail
- no box
- [] not a box
* [ ] two
  lines

\`\`\`
- [x] in code
\`\`\`

1. [ ] numbered
`;
  expect(tasksOf(body)).toEqual([
    { text: 'run helm lint on the umbrella chart', ticked: true, line: 3 },
    { text: 'tell the on-call group', ticked: true, line: 4 },
    { text: 'by mail', ticked: false, line: 5 },
    { text: 'two lines', ticked: false, line: 8 },
    { text: 'numbered', ticked: false, line: 15 },
  ]);
});

test('words are compared without marks and line breaks', () => {
  expect(plainWords('run  `helm lint` on the\n**umbrella** chart')).toBe(
    'run helm lint on the umbrella chart',
  );
});
