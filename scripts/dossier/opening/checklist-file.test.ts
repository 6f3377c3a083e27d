import { expect, test } from 'vitest';
import { tasksOf } from '../../../src/history/task-list.ts';
import { completedChecklist, newChecklist } from './checklist-file.ts';

const WANTED = {
  product: 'lantern',
  version: '1.4.0',
  role: { id: 'sre', name: 'SRE' },
  items: ['The release branch is cut', 'The `dashboards` are open'],
};
const HEAD = '---\nschema: 1\nproduct: lantern\nversion: "1.4.0"\nrole: sre\n---\n';

function completed(body: string, items = WANTED.items): string {
  return completedChecklist(`${HEAD}${body}`, { ...WANTED, items }, 'sre.md').slice(HEAD.length);
}

test('a new checklist has the policy’s items, none of them ticked', () => {
  const text = newChecklist(WANTED);
  expect(text.startsWith(HEAD)).toBe(true);
  expect(tasksOf(text.slice(HEAD.length))).toMatchObject([
    { text: 'The release branch is cut', ticked: false },
    { text: 'The dashboards are open', ticked: false },
  ]);
  expect(completedChecklist(text, WANTED, 'sre.md')).toBe(text);
});

test('what people ticked and wrote stays, whatever its form', () => {
  const body =
    '\nOur own words.\n\n* [X] the release branch is cut\n  by Cyra\n* [x] The dashboards are open\n';
  expect(completed(body)).toContain(body);
});

test('new items come to the end, with the line ends of the file', () => {
  const one = '\n- [x] The release branch is cut\n';
  expect(completed(one)).toBe(`${one}- [ ] The \`dashboards\` are open\n`);
  expect(completed('\n- [x] The release branch is cut')).toBe(`${one}- [ ] The \`dashboards\` are open\n`);
  expect(completed(`${one}\nSigned: Cyra`)).toBe(
    `${one}\nSigned: Cyra\n\n- [ ] The \`dashboards\` are open\n`,
  );
  const windows = `${HEAD}${one}`.replaceAll('\n', '\r\n');
  expect(completedChecklist(windows, WANTED, 'sre.md')).toBe(
    `${windows}- [ ] The \`dashboards\` are open\r\n`,
  );
});

test('an item that the policy gave up stays', () => {
  const body = '\n- [ ] Something of old\n';
  expect(completed(body)).toBe(`${body}- [ ] The release branch is cut\n- [ ] The \`dashboards\` are open\n`);
});

test('an item goes on one line', () => {
  expect(completed('\n', ['One\n  thing'])).toContain('- [ ] One thing\n');
});

test('where the end is a comment or code, nothing is added and that is said', () => {
  for (const body of ['\n<!-- open\n', '\n```\n'])
    expect(() => completed(body), body).toThrow(/cannot be added/);
});
