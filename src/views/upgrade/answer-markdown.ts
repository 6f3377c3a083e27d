import { UPGRADE } from '../texts.ts';
import type { AnswerTable, AnswerView, LineView, SectionView } from './answer-view.ts';

/** An answer as Markdown, for a ticket or a chat. `address` is where it was read; links lead there. */
export function answerMarkdown({ title, notices, summary, sections }: AnswerView, address: string): string {
  const parts = [
    `# ${title}`,
    ...notices.map(({ text }) => text),
    `${summary} <${address}>`,
    ...sections.map((section) => sectionMarkdown(section, address)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionMarkdown(
  { heading, lead, prose, lines, table, ticks }: SectionView,
  address: string,
): string {
  const box = ticks ? '[ ] ' : '';
  const told = prose.map(
    (note) => `- ${box}[${UPGRADE.answer.source} ${note.version}](${new URL(note.address, address).href})`,
  );
  const list = [...told, ...lines.map((line) => lineMarkdown(line, box, address))].join('\n');
  const parts = [`## ${heading}`, lead, list, table === null ? null : tableMarkdown(table)];
  return parts.filter((part) => part !== null && part !== '').join('\n\n');
}

function lineMarkdown(line: LineView, box: string, address: string): string {
  const { words, modules, markdown, notes, version, href } = line;
  const marks = [...words.map(({ text }) => text), ...modules].map((text) => `**${text}** `);
  const facts = [`[${version}](${new URL(href, address).href})`, ...notes].join(', ');
  const text = markdown.trim().split('\n').join('\n  ');
  // A block of code or a table must end before anything else can follow.
  const gap = text.includes('\n') ? '\n\n  ' : ' ';
  return `- ${box}${marks.join('')}${text}${gap}(${facts})`;
}

function tableMarkdown({ heads, rows }: AnswerTable): string {
  const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
