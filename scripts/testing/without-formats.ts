import { formOfFile } from '../../src/records/index.ts';
import { SealedFiles } from '../store/sealed-files.ts';
import type { TestLedger } from './test-ledger.ts';

/** Takes the format out of every record that is in no seal, as if people had written them. Gives how many there were. */
export function withoutFormats(ledger: TestLedger): number {
  const sealed = new SealedFiles(ledger.content);
  const files = [...ledger.state().keys()].filter(
    (file) => file.endsWith('.md') && formOfFile(file) !== null && sealed.digestOf(file) === null,
  );
  for (const file of files) ledger.edit(file, (text) => text.replace(/^schema: .*\n/m, ''));
  return files.length;
}
