/** The dossier, or the environment's folder, that a file is filed in; null for one that is in none. */
export function filingFolder(file: string): string | null {
  return /^ledger\/[^/]+\/(?:releases|deployments)\/[^/]+(?=\/)/.exec(file)?.[0] ?? null;
}
