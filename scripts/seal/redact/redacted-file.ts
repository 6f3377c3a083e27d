import { Fault, type Seal, type SealedFile } from '../../../src/records/index.ts';
import { checkRedactions, type RedactedState } from '../../../src/seal/redaction.ts';
import { piecesDigestOf } from '../../../src/seal/redaction-pieces.ts';
import type { PlainFiles } from '../../store/plain-files.ts';
import { dossierOf, redactionsOf, type StoredRedaction } from '../../store/redactions.ts';
import { parseSeal, textDigest } from '../../store/sealed-files.ts';
import { alarm, notice, recordName, type VerifyFinding } from '../verify/verify-finding.ts';

/**
 * What is to be said of a sealed file that has other bytes now: a notice where it was redacted and everything else of
 * it is as it was sealed, an alarm where its redactions do not explain it. Null where nothing says that it was redacted.
 */
export function redactedFinding(plain: PlainFiles, sealed: SealedFile, bytes: Buffer): VerifyFinding | null {
  try {
    return findingOf(plain, sealed, bytes);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return alarm(`${recordName(sealed.path)}: ${error.message}`, error.place?.file ?? sealed.path);
  }
}

/**
 * A file as its seal has it: for one that was redacted in order, the seal's own line, so that a redaction is no reason
 * to refuse the next seal. Every other file is given back as it is.
 */
export function asSealed(plain: PlainFiles, now: SealedFile, bytes: Buffer): SealedFile {
  if (redactionsOf(plain, now.path).length === 0) return now;
  const sealed = sealedEntries(plain, now.path).find(({ file }) => file.path === now.path)?.file;
  if (sealed === undefined || sealed.digest === now.digest) return now;
  return redactedFinding(plain, sealed, bytes)?.is === 'notice' ? sealed : now;
}

/** What is wrong with the digest of pieces that a seal has of a file that is whole: it would let a redaction lie. */
export function checkPieces({ path, pieces }: SealedFile, bytes: Buffer): VerifyFinding[] {
  if (pieces === undefined || piecesDigestOf(bytes) === pieces) return [];
  return [alarm(`${recordName(path)}: its seal has a digest of pieces that are not its own`, path)];
}

function findingOf(plain: PlainFiles, sealed: SealedFile, bytes: Buffer): VerifyFinding | null {
  const stored = redactionsOf(plain, sealed.path);
  if (stored.length === 0) return null;
  const name = recordName(sealed.path);
  const open = stored.find((each) => sealOf(plain, each) === null);
  if (open !== undefined)
    return alarm(`${name}: it was changed, and its redaction is in no seal: ${open.file}`, sealed.path);
  const state = checkRedactions(
    sealed,
    bytes,
    stored.map(({ redaction }) => redaction),
  );
  if (!state.ok) return alarm(`${name}: it is not what was sealed, and ${state.reason}`, sealed.path);
  return notice(`${name}: ${words(state)}`, sealed.path);
}

function words({ last, hiddenBytes, isProved }: Extract<RedactedState, { ok: true }>): string {
  const who = `redacted by ${last.by} at ${last.at} (${last.because})`;
  const rest = isProved
    ? `every byte but ${hiddenBytes} is as it was sealed`
    : 'its seal has no digests of its pieces, so that only the redaction vouches for the rest';
  return `${who}; ${rest}`;
}

/** The seal that fixes a redaction; null where none does. */
function sealOf(plain: PlainFiles, { file, bytes }: StoredRedaction): Seal | null {
  const digest = textDigest(bytes);
  const found = sealedEntries(plain, file).find(
    (entry) => entry.file.path === file && entry.file.digest === digest,
  );
  return found?.seal ?? null;
}

/** Every file that the seals of a dossier fix. Seals that cannot be read are told where they are checked. */
function sealedEntries(plain: PlainFiles, file: string): { file: SealedFile; seal: Seal }[] {
  const dossier = dossierOf(file);
  if (dossier === null) return [];
  const entries: { file: SealedFile; seal: Seal }[] = [];
  for (let number = 1; ; number += 1) {
    const name = `${dossier}/seal${number === 1 ? '' : `-${number}`}.json`;
    const bytes = plain.read(name);
    if (bytes === null) return entries;
    const seal = parseSeal(bytes, name);
    entries.push(...seal.files.map((each) => ({ file: each, seal })));
  }
}
