import { type Amendment, Fault } from '../../../src/records/index.ts';
import { frontMatterField } from '../../store/front-matter-field.ts';
import type { PlainFiles } from '../../store/plain-files.ts';
import { dossierOf } from '../../store/redactions.ts';
import { type SealedFiles, textDigest } from '../../store/sealed-files.ts';

/** What an amendment is held against. */
export interface SealedLedger {
  plain: PlainFiles;
  sealed: SealedFiles;
  product: string;
  /** The folder of the release that it is of. */
  dossier: string;
}

/** `PATH[#field]=VALUE`; a path has neither of the two signs. */
const FORM = /^([^#=]+)(?:#([^=]+))?=([\s\S]*)$/;

/** Reads what is corrected. Throws a Fault for what is in no seal, is not as sealed, or does not have the field. */
export function corrections(
  texts: readonly string[],
  ledger: SealedLedger,
): NonNullable<Amendment['corrects']> {
  return texts.map((text) => correction(text, ledger));
}

/** Reads what is added: files of the dossier that no seal has yet. Throws a Fault for any other. */
export function additions(paths: readonly string[], ledger: SealedLedger): string[] {
  return [...new Set(paths.map((path) => addition(path, ledger)))].sort();
}

function correction(text: string, ledger: SealedLedger): NonNullable<Amendment['corrects']>[number] {
  const [, path, field, value] = FORM.exec(text) ?? [];
  if (path === undefined || value === undefined)
    throw new Fault(`--corrects ${text}: expected PATH[#field]=VALUE`, {
      hint: 'For example votes/qa-dana-ito.md#decision=no-go. Without a field it is of the record’s text.',
    });
  const file = placeOf(path, ledger);
  const { digest, bytes } = sealedBytes(file, ledger);
  if (field !== undefined && frontMatterField(bytes.toString('utf8'), field) === null)
    throw new Fault(`--corrects ${path}: the record does not have this field`, {
      place: { file, field },
      hint: 'Name a field as it stands in its front matter; parts of it by a dot, as modules.0.version.',
    });
  return { path: file, digest, ...(field !== undefined && { field }), value };
}

function sealedBytes(file: string, { plain, sealed }: SealedLedger): { digest: string; bytes: Buffer } {
  const digest = sealed.digestOf(file);
  if (digest === null)
    throw new Fault('the file is in no seal: only what is sealed needs an amendment', {
      place: { file },
      hint: 'Change it where it comes from; seal it then.',
    });
  const bytes = plain.read(file);
  if (bytes === null || textDigest(bytes) !== digest)
    throw new Fault(`ALARM: the file ${bytes === null ? 'is gone' : 'is not what was sealed'}`, {
      place: { file },
      hint: 'An amendment does not explain that. See all: ledger verify. Put the file back as it was.',
    });
  return { digest, bytes };
}

function addition(path: string, ledger: SealedLedger): string {
  const file = placeOf(path, ledger);
  if (!file.startsWith(`${ledger.dossier}/`))
    throw new Fault('what is added stands in the dossier of the release', { place: { file } });
  if (ledger.sealed.digestOf(file) !== null)
    throw new Fault('the file is sealed already: nothing adds it anew', {
      place: { file },
      hint: 'What is wrong in it is said with --corrects PATH[#field]=VALUE.',
    });
  if (ledger.plain.read(file) === null)
    throw new Fault('there is no such file', { place: { file }, hint: 'File it first, and then add it.' });
  return file;
}

/** From the dossier on, or from the content folder on; a file of the same product in any case. */
function placeOf(path: string, { dossier, product }: SealedLedger): string {
  const file = path.startsWith('ledger/') ? path : `${dossier}/${path}`;
  const isPlain = !file.split('/').some((part) => part === '' || part === '.' || part === '..');
  const isOwn = file.startsWith(`ledger/${product}/deployments/`) || dossierOf(file) === dossier;
  if (isPlain && isOwn) return file;
  throw new Fault('an amendment is of files of its release, or of deployments of its product', {
    place: { file },
  });
}
