import { checkUp } from '../check-up.ts';
import type { Finding } from '../finding.ts';
import { NO_TROUBLE, QUIET } from './no-trouble.ts';
import { NOW } from './sound-ledger.ts';

/** What is found in a ledger on a machine without trouble, where nobody asks a platform. */
export async function checkLedger(content: string): Promise<Finding[]> {
  const { findings } = await checkUp({
    content,
    product: null,
    now: NOW,
    machine: NO_TROUBLE,
    platform: null,
    progress: QUIET,
  });
  return findings;
}
