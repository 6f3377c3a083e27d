import { Fault } from '../../src/records/fault.ts';
import { toolCache } from '../store/cache-folder.ts';

/** Where builds keep what stays between them, where nobody said so. Throws a Fault where nothing can be written. */
export function usualCache(): string {
  const found = toolCache();
  if (found !== null) return found;
  throw new Fault('there is no place for what stays from build to build', {
    hint: 'Neither the folder of this tool nor the cache folder of this user can be written: name one with --cache FOLDER or LEDGER_CACHE.',
  });
}
