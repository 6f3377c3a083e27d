import path from 'node:path';
import type { UnreadRecord } from '../../facts/read-record.ts';
import { edit, type Finding, verb } from '../../finding.ts';

/** A record that cannot be read, with its own place. */
export function unreadable(
  content: string,
  product: string | null,
  { is, file, fault }: UnreadRecord,
): Finding[] {
  if (is === 'newer') return [];
  const { line, field } = fault.place ?? {};
  return [
    {
      id: 'record-unreadable',
      severity: 'broken',
      product,
      says: `The record cannot be read: ${fault.message.replaceAll(`${path.resolve(content)}${path.sep}`, '')}.`,
      place: {
        file,
        ...(line !== undefined && { line }),
        ...(field !== undefined && field !== '' && { field }),
      },
      mend: file.endsWith('.json')
        ? verb('verify')
        : edit(fault.hint ?? 'Mend the line, or restore the file from where the ledger is kept.'),
    },
  ];
}

/** Records of a format that this tool does not know: one finding, for what is to be done is one thing. */
export function newer(failed: readonly UnreadRecord[]): Finding[] {
  const found = failed.filter(({ is }) => is === 'newer');
  const [first] = found;
  if (first === undefined) return [];
  const others = found.length === 1 ? '' : ` So are ${found.length - 1} others.`;
  return [
    {
      id: 'record-newer',
      severity: 'broken',
      product: null,
      says: `${sentence(first.fault.message)}${others}`,
      place: { file: first.file },
      mend: edit(first.fault.hint ?? 'Upgrade the tool.'),
    },
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
