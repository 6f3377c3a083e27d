import path from 'node:path';
import { subfolders } from '../../store/folders.ts';
import { sealNames } from '../../store/sealed-files.ts';

/** A seal as it lies on disk. */
export interface StoredSeal {
  /** From the content folder on. */
  file: string;
  bytes: Buffer;
}

/** Paths of every seal in the ledger, from the content folder on. */
export function sealsOnDisk(content: string): string[] {
  return subfolders(path.join(content, 'ledger')).flatMap((product) => {
    const releases = `ledger/${product}/releases`;
    const dossiers = subfolders(path.join(content, releases)).map((version) => `${releases}/${version}`);
    return [...dossiers, `ledger/${product}/deployments`].flatMap((folder) =>
      sealNames(path.join(content, folder)).map((name) => `${folder}/${name}`),
    );
  });
}
