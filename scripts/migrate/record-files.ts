import path from 'node:path';
import { formOfFile, type RecordForm } from '../../src/records/index.ts';
import { entriesOf } from '../store/folders.ts';

/** A record of the ledger by its path. */
export interface RecordFile {
  /** From the content folder on. */
  file: string;
  form: RecordForm;
}

/** Every file of a ledger that stands where records stand, in the order of their paths. */
export function recordFiles(content: string): RecordFile[] {
  return filesBelow(content, '')
    .sort()
    .flatMap((file) => {
      const form = formOfFile(file);
      return form === null ? [] : [{ file, form }];
    });
}

/** Links are followed by no command that writes. */
function filesBelow(content: string, folder: string): string[] {
  return entriesOf(path.join(content, folder))
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(content, file);
      return entry.isFile() ? [file] : [];
    });
}
