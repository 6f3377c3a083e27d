import { SealedFiles } from '../../store/sealed-files.ts';

/** Those of some files that no seal has fixed. Where a seal cannot be read, nobody knows: none is told of then. */
export function unsealedOf(content: string, files: readonly string[]): string[] {
  const sealed = new SealedFiles(content);
  return files.filter((file) => {
    try {
      return sealed.digestOf(file) === null;
    } catch {
      return false;
    }
  });
}
