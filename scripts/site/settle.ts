import { givenSite } from '../announce/given-site.ts';
import { codeDigest } from './bundle/code-digest.ts';
import { checkNotes } from './check-notes.ts';
import type { Settled } from './settled.ts';

/** What is asked of a build before its editions are. */
export interface SettleOptions {
  content: string;
  site?: string;
  cache: string | null;
}

/** Finds out what both editions need to know. Throws a Fault for a wrong address, and for notes that must not be shown. */
export function settle(options: SettleOptions): Settled {
  const [site, code] = [givenSite(options), codeDigest()];
  checkNotes(options.content, options.cache, code, (line) => process.stderr.write(`${line}\n`));
  return { site, code };
}
