import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const TEMPLATES = fileURLToPath(new URL('./ledger', import.meta.url));

/**
 * Puts the hand-written part of the sample ledger, products and policies, into a content folder. Repositories
 * are named relative to it: `../.demo/<repository>.git`.
 */
export async function writeSampleLedger(contentFolder: string): Promise<void> {
  await cp(TEMPLATES, contentFolder, { recursive: true });
}
