import { formOfFile, type RecordForm } from '../../src/records/index.ts';
import { ledgerFiles } from '../store/ledger-files.ts';

/** A record of the ledger by its path. */
export interface RecordFile {
  /** From the content folder on. */
  file: string;
  form: RecordForm;
}

/**
 * Every file of a ledger that stands where records stand, in the order of their paths. Links are followed by no command
 * that writes.
 */
export function recordFiles(content: string): RecordFile[] {
  return ledgerFiles(content).files.flatMap((file) => {
    const form = formOfFile(file);
    return form === null ? [] : [{ file, form }];
  });
}
