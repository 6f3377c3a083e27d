import { expect, test } from 'vitest';
import { readMarkdown } from '../markdown/front-matter.ts';
import { Fault } from '../records/fault.ts';
import { ReleaseSchema, StageReportSchema } from '../records/index.ts';
import { branchAndTag } from './controls/branch-and-tag.ts';
import { promotion } from './controls/promotion.ts';
import { dossier, objectId } from './testing/index.ts';
import { changeOf, fateOf, leadRelease, oneChange, TAG } from './testing/one-change.ts';

test('a promotion that only a message tells of fails; one by its parents passes', () => {
  const told = changeOf(12, { title: "Merge branch 'staging' into main", method: 'direct' });
  const fates = [fateOf(told, { disposition: 'excluded', reason: 'promotes the staging branch' })];
  const release = leadRelease(1, { promotion: undefined });
  expect(promotion.examine(oneChange({ changes: [told], fates, release })).result).toBe('fail');
  expect(promotion.examine(dossier()).result).toBe('pass');
});

test('a promotion with one more commit fails', () => {
  const facts = { commit: objectId('a1'), staging: objectId('a5'), sameTree: true };
  const examined = (extra: string[]): string =>
    promotion.examine(oneChange({ release: leadRelease(1, { promotion: { ...facts, extra } }) })).result;
  expect(examined([objectId('f1')])).toBe('fail');
  expect(examined([])).toBe('pass');
});

test('a tag that was moved fails, wherever it leads now; one that stayed passes', () => {
  const text = `tag ${TAG.name} was moved from ${objectId('aa')} to ${TAG.object}`;
  const moved = leadRelease(1, { events: [{ kind: 'tag-moved', text }] });
  expect(branchAndTag.examine(oneChange({ release: moved }))).toMatchObject({
    result: 'fail',
    reasons: [{ text }],
  });
  expect(branchAndTag.examine(oneChange()).result).toBe('pass');
});

const REPORT = (fields: string): string => `---
schema: 1
product: lantern
version: "1.4.0"
stage: chart
module: lantern
attempt: 1
full: true
${fields}
result: passed
measured:
  chart:
    name: lantern
    version: "1.4.0"
evidence:
  - digest: "sha256:${'ee'.repeat(32)}"
    name: Chart.yaml
    format: helm-chart
---
`;
const FILE = 'content/ledger/lantern/releases/1.4.0/stages/5-chart-lantern.md';
const COMMIT = `commit: "${'a1'.repeat(20)}"`;
const TIMES = 'ranAt: "2026-02-03T06:00:00+00:00"\nfiledAt: "2026-02-03T06:10:00+00:00"';

function read(fields: string): Fault | string {
  try {
    return readMarkdown(REPORT(fields), StageReportSchema, FILE).data.stage;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

test('a report with a whole commit and times with their zone is read', () => {
  expect(read(`${COMMIT}\n${TIMES}`)).toBe('chart');
});

test.each([
  ['12e4567', 'that YAML takes for infinity'],
  ['0123456', 'that YAML takes for a number'],
  ['1234567', 'of digits only'],
  ['1'.repeat(40), 'of digits only, though it is whole'],
  ['"12e4567"', 'that is quoted and not whole'],
  ['abcdef0', 'that is not whole'],
])('a commit %s, %s, is refused where it stands', (commit) => {
  expect(read(`commit: ${commit}\n${TIMES}`)).toMatchObject({
    place: { file: FILE, line: 9, field: 'commit' },
  });
});

test.each([
  '2026-02-03T06:00:00',
  '"2026-02-03T06:00:00"',
  '"2026-02-03 06:00:00"',
  '"2026-02-03T11:30:00+05:30"',
  '"2026-02-03T06:00:00Z"',
  '2026-02-03',
])('a time without its zone, or of another one, is refused where it stands: %s', (time) => {
  const fault = read(`${COMMIT}\nranAt: ${time}\nfiledAt: "2026-02-03T06:10:00+00:00"`);
  expect(fault).toMatchObject({ place: { file: FILE, line: 10, field: 'ranAt' } });
});

test("a module's commit in a release is refused as well, with the module's place", () => {
  const { data } = leadRelease(1);
  const result = ReleaseSchema.safeParse({
    ...data,
    modules: data.modules.map((module) => ({ ...module, commit: 1234567 })),
  });
  expect(result.error?.issues[0]?.path).toEqual(['modules', 0, 'commit']);
});
