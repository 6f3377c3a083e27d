import path from 'node:path';
import { entriesOf } from './folders.ts';

/** What lies below a content folder, as paths from there on, in their order. Hidden files and folders are nobody's. */
export interface LedgerFiles {
  files: string[];
  /** Links, pipes and the like: what they lead to is not the ledger's. */
  others: string[];
}

/** Looks at all names below a content folder, and opens no file. `look` tells what lies in a folder. */
export function ledgerFiles(content: string, look = entriesOf): LedgerFiles {
  const found: LedgerFiles = { files: [], others: [] };
  lookInto(content, '', look, found);
  for (const list of Object.values(found)) list.sort();
  return found;
}

function lookInto(content: string, folder: string, look: typeof entriesOf, found: LedgerFiles): void {
  const entries = look(path.join(content, folder)).filter(({ name }) => !name.startsWith('.'));
  for (const entry of entries) {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) lookInto(content, file, look, found);
    else (entry.isFile() ? found.files : found.others).push(file);
  }
}
