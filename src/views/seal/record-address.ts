import { servedName } from '../../history/evidence-name.ts';
import { isSealName } from '../../seal/seal-name.ts';
import { deploymentEvidencePath, evidencePath, sealedRecordPath } from '../paths.ts';

const RELEASE = /^ledger\/([^/]+)\/releases\/([^/]+)\/(.+)$/;
const DEPLOYMENTS = /^ledger\/([^/]+)\/deployments\/(.+)$/;
const EVIDENCE = /^evidence\/([^/]+)$/;
const ENVIRONMENT_EVIDENCE = /^([^/]+)\/evidence\/([^/]+)$/;
/** Characters that stand for themselves in an address and in a file's name on any system. */
const PLAIN = /^[A-Za-z0-9_][A-Za-z0-9._+-]*$/;

/** The place of deployments among a product's releases: no version begins with a letter. */
export const DEPLOYMENTS_PART = 'deployments';

/** A file of the ledger as the site serves it. */
export interface ServedRecord {
  product: string;
  /** The release, or "deployments". */
  part: string;
  /** From the folder of its raw records on. */
  name: string;
}

/**
 * Where the raw bytes of a file of the ledger are served: with ".txt" behind its name, so that a browser shows them as
 * text and runs nothing of them; seals as the JSON that they are. Null for a name that is no plain address.
 */
export function recordAddress(file: string): string | null {
  const evidence = evidenceAddress(file);
  if (evidence !== null) return evidence;
  const served = servedRecord(file);
  return served && sealedRecordPath(served.product, served.part, served.name);
}

/** The same for files that are no evidence: that is served at a place of its own. */
export function servedRecord(file: string): ServedRecord | null {
  if (!file.split('/').every((part) => PLAIN.test(part))) return null;
  const [, product, version, rest] = RELEASE.exec(file) ?? [];
  if (product !== undefined && version !== undefined && rest !== undefined)
    return EVIDENCE.test(rest) ? null : { product, part: version, name: nameOf(rest) };
  const [, owner, below] = DEPLOYMENTS.exec(file) ?? [];
  if (owner === undefined || below === undefined || ENVIRONMENT_EVIDENCE.test(below)) return null;
  return { product: owner, part: DEPLOYMENTS_PART, name: nameOf(below) };
}

function evidenceAddress(file: string): string | null {
  if (!file.split('/').every((part) => PLAIN.test(part))) return null;
  const [, product = '', version = '', rest = ''] = RELEASE.exec(file) ?? [];
  const [, name] = EVIDENCE.exec(rest) ?? [];
  if (name !== undefined) return evidencePath(product, version, servedName(name));
  const [, owner = '', below = ''] = DEPLOYMENTS.exec(file) ?? [];
  const [, environment, told] = ENVIRONMENT_EVIDENCE.exec(below) ?? [];
  if (environment === undefined || told === undefined) return null;
  return deploymentEvidencePath(owner, environment, servedName(told));
}

function nameOf(rest: string): string {
  return isSealName(rest) ? rest : `${rest}.txt`;
}
