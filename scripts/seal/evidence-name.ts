import type { SealedFile } from '../../src/records/index.ts';

const EVIDENCE = /\/evidence\/([0-9a-f]{64})(?:\.[^/]*)?$/;

/** True for a file that is named by the digest of its bytes. */
export function isEvidence(file: string): boolean {
  return EVIDENCE.test(file);
}

/** True for evidence whose name is not the digest of its bytes: one of them was changed. */
export function isMisnamed({ path: file, digest }: SealedFile): boolean {
  const [, name] = EVIDENCE.exec(file) ?? [];
  return name !== undefined && digest !== `sha256:${name}`;
}
