import { Fault, type Seal, type SealedFile } from '../../src/records/index.ts';

/** What is in no seal yet. Throws a Fault where a sealed file is gone or has other bytes. */
export function addedSince(files: readonly SealedFile[], earlier: readonly Seal[]): SealedFile[] {
  const now = new Map(files.map((file) => [file.path, file]));
  const sealed = earlier.flatMap((seal) => seal.files);
  const changed = sealed.find(({ path: file, digest }) => now.get(file)?.digest !== digest);
  if (changed !== undefined)
    throw new Fault(
      `${changed.path} ${now.has(changed.path) ? 'is not what was sealed' : 'was sealed and is gone'}`,
      {
        hint: 'Put it back as it was, from where the ledger is kept: a seal is not made over an alarm.',
      },
    );
  const known = new Set(sealed.map((file) => file.path));
  return files.filter((file) => !known.has(file.path));
}
