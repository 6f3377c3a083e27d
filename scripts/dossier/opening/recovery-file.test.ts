import { expect, test } from 'vitest';
import { readMarkdown } from '../../../src/markdown/front-matter.ts';
import { RecoverySchema } from '../../../src/records/index.ts';
import { recoveryPlan } from '../../../src/verdict/controls/recovery-plan.ts';
import { dossier } from '../../../src/verdict/testing/index.ts';
import { newRecovery } from './recovery-file.ts';

function examined(text: string) {
  const record = { ...readMarkdown(text, RecoverySchema, 'recovery.md'), path: 'recovery.md' };
  return recoveryPlan.examine(dossier({ recovery: record }));
}

test('a plan that nobody filled in is none', () => {
  const { result, reasons } = examined(newRecovery('lantern', '1.4.0'));
  expect(result).toBe('fail');
  expect(reasons.map(({ text }) => text)).toEqual([
    'the section "Plan" is empty',
    'the section "Special provisions" is empty',
    'the section "On call" is empty',
    expect.stringContaining('"TODO" is on call'),
  ]);
});

test('words under each heading and somebody to call make it one', () => {
  const filled = newRecovery('lantern', '1.4.0')
    .replace('TODO', 'cyra-osei')
    .replace(/## Plan\n/, '$&\nPut 1.3.2 back.\n')
    .replace(/## Special provisions\n/, '$&\nNone.\n')
    .replace(/## On call\n/, '$&\nCyra, by the pager.\n');
  expect(examined(filled).result).toBe('pass');
});
