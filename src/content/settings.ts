import path from 'node:path';

/** Who reads: customers, or auditors too. */
export type Edition = 'public' | 'internal';

/** The edition that is being built: LEDGER_EDITION, the public one where it is not said. */
export function edition(): Edition {
  return process.env['LEDGER_EDITION'] === 'internal' ? 'internal' : 'public';
}

/** The folder with the records: LEDGER_CONTENT, else `content` where the build was started. */
export function contentFolder(): string {
  const given = process.env['LEDGER_CONTENT'] ?? 'content';
  return path.isAbsolute(given) ? given : path.resolve(given);
}
