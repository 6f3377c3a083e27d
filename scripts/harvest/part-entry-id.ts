import { createHash } from 'node:crypto';
import type { ReleasePart } from '../../src/records/index.ts';

const DIGITS = 12;

/** The id of a part's own entry: the same in every release that brings the part to this version. */
export function partEntryId(lead: string, { name, alias, version }: ReleasePart): string {
  const known = alias === undefined ? name : `${name} as ${alias}`;
  const digest = createHash('sha256')
    .update(`part ${known} ${version ?? 'removed'}`)
    .digest('hex');
  return `${lead}-${digest.slice(0, DIGITS)}`;
}
