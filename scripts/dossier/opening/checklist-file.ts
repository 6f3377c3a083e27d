import { plainWords, tasksOf } from '../../../src/history/task-list.ts';
import { readMarkdown } from '../../../src/markdown/front-matter.ts';
import { ChecklistSchema, Fault, type Role, SCHEMA_VERSION } from '../../../src/records/index.ts';
import { markdownFile } from '../../store/yaml-lines.ts';

/** A role's checklist for a release. */
export interface ChecklistWanted {
  product: string;
  version: string;
  role: Pick<Role, 'id' | 'name'>;
  /** The policy's items, in order. */
  items: readonly string[];
}

/** A new checklist, nothing ticked. */
export function newChecklist({ product, version, role, items }: ChecklistWanted): string {
  const intro = `What ${role.name} sees to before ${version} goes out: put an x into the box of what is done.`;
  return markdownFile(
    { schema: SCHEMA_VERSION, product, version, role: role.id },
    `${intro}\n\n${items.map(line).join('')}`,
  );
}

/**
 * The checklist with the policy's items that it lacks, unticked, at its end. Every other byte stays, and so do items that
 * the policy has no more. Throws a Fault where nothing can be added to it.
 */
export function completedChecklist(text: string, wanted: ChecklistWanted, file: string): string {
  const missing = missingItems(text, wanted.items, file);
  if (missing.length === 0) return text;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = missing.map((item) => line(item).replace('\n', lineEnd));
  const completed = `${text}${gapAfter(text, lineEnd)}${lines.join('')}`;
  if (missingItems(completed, missing, file).length === 0) return completed;
  throw new Fault(`items cannot be added to the checklist: ${missing[0]}`, {
    place: { file },
    hint: 'Look for a comment or a block of code that is not closed at its end.',
  });
}

function missingItems(text: string, items: readonly string[], file: string): string[] {
  const { body } = readMarkdown(text, ChecklistSchema, file);
  const present = new Set(tasksOf(body).map((task) => task.text.toLowerCase()));
  return items.filter((item) => !present.has(plainWords(item).toLowerCase()));
}

function line(item: string): string {
  return `- [ ] ${item.replace(/\s+/g, ' ').trim()}\n`;
}

/** Items go on with the list that ends the text; anything else needs an empty line before them. */
function gapAfter(text: string, lineEnd: string): string {
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  const ended = /\n$/.test(text) ? '' : lineEnd;
  return /^\s*[-*+] /.test(last) || /\n\r?\n$/.test(text) ? ended : `${ended}${lineEnd}`;
}
