import path from 'node:path';
import { Fault, type HiddenPieces, type Redaction, SCHEMA_VERSION } from '../../../src/records/index.ts';
import { commitmentOf, placeholderOf } from '../../../src/seal/redaction.ts';
import { joined, partsOf, withPlaceholder } from '../../../src/seal/redaction-parts.ts';
import { PlainFiles } from '../../store/plain-files.ts';
import { readRedactions, redactionPath } from '../../store/redactions.ts';
import { SealedFiles, textDigest } from '../../store/sealed-files.ts';
import { type FoundValue, foundValue, type Wanted } from './found-value.ts';
import { requireReadable } from './still-readable.ts';

/** Who takes what out of which file, and why. */
export interface RedactionWanted {
  product: string;
  version: string;
  /** From the content folder on. */
  file: string;
  wanted: Wanted;
  because: string;
  by: string;
  at: string;
}

/** A redaction that is ready to be written. */
export interface PreparedRedaction {
  redaction: Redaction;
  /** Where its record goes. */
  file: string;
  /** The file without the value. */
  bytes: Uint8Array;
  /** What was taken out: for the person's secret only, never for the ledger. */
  value: string;
}

/**
 * Prepares a redaction. Throws a Fault for a file that is in no seal or is not as it has to be, and for a reason that
 * holds the value itself.
 */
export function prepareRedaction(
  content: string,
  dossier: string,
  given: RedactionWanted,
  salt: Uint8Array,
): PreparedRedaction {
  const plain = new PlainFiles(content);
  const before = sealedBytes(plain, content, dossier, given.file);
  const stored = readRedactions(plain, dossier);
  const last = stored.map(({ redaction }) => redaction).findLast((each) => each.path === given.file);
  const found = foundValue(before, given.wanted, given.file);
  requireSilent(given, found.value);
  const commitment = commitmentOf(salt, found.value);
  const left = withoutValue(before, last?.hidden ?? [], found, given, placeholderOf(commitment));
  const sealed = last?.sealed ?? textDigest(before);
  const redaction = recordOf(given, { sealed, commitment, before, left, places: found.ranges.length });
  const file = redactionPath(dossier, stored.length + 1);
  return { redaction, file, bytes: left.bytes, value: found.value };
}

/** What is left of a file, and which of its bytes are hidden. */
type Left = ReturnType<typeof joined>;

function withoutValue(
  before: Buffer,
  hidden: readonly HiddenPieces[],
  { ranges }: FoundValue,
  { file, wanted }: RedactionWanted,
  placeholder: string,
): Left {
  const parts = partsOf(before, hidden);
  if (parts === null) throw changed(file);
  const left = joined(withPlaceholder(parts, ranges, Buffer.from(placeholder)));
  requireReadable({ file, before, after: left.bytes }, wanted, placeholder);
  return left;
}

interface Taken extends Pick<Redaction, 'sealed' | 'commitment' | 'places'> {
  before: Buffer;
  left: Left;
}

function recordOf(given: RedactionWanted, { before, left, sealed, commitment, places }: Taken): Redaction {
  const { product, version, file, wanted, at, by, because } = given;
  return {
    schema: SCHEMA_VERSION,
    ...{ product, version, path: file, sealed },
    before: textDigest(before),
    after: textDigest(left.bytes),
    ...{ commitment, places },
    ...('field' in wanted && { field: wanted.field }),
    hidden: left.hidden,
    ...{ at, by, because },
  };
}

function sealedBytes(plain: PlainFiles, content: string, dossier: string, file: string): Buffer {
  const digest = isInside(dossier, file) ? new SealedFiles(content).digestOf(file) : null;
  if (digest === null)
    throw new Fault('no seal of this release has such a file', {
      place: { file },
      hint: 'What is in no seal yet is changed where it comes from, or taken away, before it is sealed.',
    });
  if (/\/redactions\//.test(file))
    throw new Fault('a redaction holds no value that could be redacted', { place: { file } });
  const bytes = plain.read(file);
  if (bytes === null || textDigest(bytes) !== digest) throw changed(file);
  return bytes;
}

function isInside(dossier: string, file: string): boolean {
  return file.startsWith(`${dossier}/`) && path.posix.normalize(file) === file;
}

/** Whatever the record of a redaction says is sealed and stays. */
function requireSilent({ because, by }: RedactionWanted, value: string): void {
  const said = { '--because': because, '--by': by };
  for (const [option, text] of Object.entries(said))
    if (text.toLowerCase().includes(value.toLowerCase()))
      throw new Fault(`${option} holds the value that is to go, and is kept for ever`, {
        hint: 'Say it in other words.',
      });
}

function changed(file: string): Fault {
  return new Fault('the file is not what was sealed: nothing is redacted over an alarm', {
    place: { file },
    hint: 'See all: ledger verify. Put it back as it was, from where the ledger is kept.',
  });
}
