import path from 'node:path';
import { namesIn } from './plain-look.ts';

/** What lies below a content folder, as paths from there on, in their order. Hidden files and folders are nobody's. */
export interface LedgerFiles {
  files: string[];
  /** Links, pipes and the like: what they lead to is not the ledger's. */
  others: string[];
}

/** Looks at all names below a content folder, and opens no file. */
export function ledgerFiles(content: string): LedgerFiles {
  const found: LedgerFiles = { files: [], others: [] };
  lookInto(content, '', found);
  for (const list of Object.values(found)) list.sort();
  return found;
}

function lookInto(content: string, folder: string, found: LedgerFiles): void {
  const entries = namesIn(path.join(content, folder)).filter(({ name }) => !name.startsWith('.'));
  for (const entry of entries) {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) lookInto(content, file, found);
    else (entry.isFile() ? found.files : found.others).push(file);
  }
}
