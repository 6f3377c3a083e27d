/** What is found out once for both editions. */
export interface Settled {
  /** Where the public edition is served; null where nobody said so. */
  site: string | null;
  /** The digest of the code that builds: see `bundle/code-digest.ts`. */
  code: string;
}

/** Set for the process of an edition, as JSON. The notes are proofread when it is. */
export const SETTLED = 'LEDGER_BUILD_SETTLED';

/** What whoever started this process found out; null where nobody did. */
export function settledBefore(): Settled | null {
  const given = process.env[SETTLED] ?? '';
  return given === '' ? null : (JSON.parse(given) as Settled);
}
