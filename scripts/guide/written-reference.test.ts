import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProgram } from '../program.ts';
import { examplesOf } from './command-reference.ts';
import { wordsOfLine } from './shell-words.ts';
import { withVerbTable } from './verb-table.ts';
import { writtenReference } from './written-reference.ts';

test.each(writtenReference().map(({ file, text }) => ({ name: path.basename(file), file, text })))(
  '$name says what the code says: npm run guide',
  ({ file, text }) => {
    expect(readFileSync(file, 'utf8')).toBe(text);
  },
);

test('a table of verbs takes the place of the one that is there, and of nothing else', () => {
  const [{ text: json = '' } = {}] = writtenReference();
  const head = '| verb | what it does |\n| --- | --- |\n';
  const text = withVerbTable(`above\n\n${head}| \`gone\` | x |\n\n| a | b |\n`, JSON.parse(json), 'x.md');
  expect(text.startsWith(`above\n\n${head}| \``)).toBe(true);
  expect(text.endsWith('|\n\n| a | b |\n')).toBe(true);
  expect(text).not.toContain('gone');
  expect(() => withVerbTable('no table', JSON.parse(json), 'x.md')).toThrow('the table of verbs is missing');
});

const EXAMPLES = makeProgram(async () => {}).commands.flatMap((command) =>
  examplesOf(command).flatMap((line) =>
    line
      .split(/&&|\||>/)
      .map((part) => part.trim())
      .filter((part) => /^(?:[A-Z_]+=\S+ )*ledger /.test(part)),
  ),
);

test('verbs have examples', () => {
  expect(EXAMPLES.length).toBeGreaterThan(25);
});

test.each(EXAMPLES.filter((example) => !/^ledger \S+ …/.test(example)))(
  'can be typed: %s',
  async (example) => {
    const asked: string[] = [];
    const program = makeProgram(async () => {
      asked.push(example);
    });
    for (const command of [program, ...program.commands])
      command.exitOverride().configureOutput({ writeErr: () => {} });
    const words = wordsOfLine(example.replace(/^(?:[A-Z_]+=\S+ )*/, ''));
    await program.parseAsync(words.slice(1), { from: 'user' });
    expect(asked).toEqual([example]);
  },
);
