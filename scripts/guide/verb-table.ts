import type { CommandReference } from '../../src/guide/reference.ts';
import { Fault } from '../../src/records/index.ts';

const HEAD = '| verb | what it does |\n| --- | --- |\n';

/** The table of verbs, as the README has it. */
export function verbTable({ groups }: CommandReference): string {
  const verbs = groups.flatMap(({ verbs }) => verbs);
  const rows = verbs.map(({ usage, summary }) => `| ${code(usage)} | ${cell(summary)} |\n`);
  return HEAD + rows.join('');
}

/** A text with its table of verbs as it should be. Throws a Fault where there is none. */
export function withVerbTable(text: string, reference: CommandReference, file: string): string {
  const at = text.indexOf(HEAD);
  if (at === -1)
    throw new Fault('the table of verbs is missing', {
      place: { file },
      hint: `It begins with:\n${HEAD}`,
    });
  const rest = text.slice(at + HEAD.length).replace(/^(?:\|.*\n)*/, '');
  return text.slice(0, at) + verbTable(reference) + rest;
}

function code(text: string): string {
  return `\`${cell(text)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}
