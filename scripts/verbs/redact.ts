import { randomBytes } from 'node:crypto';
import { Fault } from '../../src/records/index.ts';
import { SALT_BYTES, withValue } from '../../src/seal/redaction.ts';
import { whoRuns } from '../dossier/opening/who.ts';
import type { Wanted } from '../seal/redact/found-value.ts';
import { type PreparedRedaction, prepareRedaction } from '../seal/redact/redact-file.ts';
import { sealRedaction } from '../seal/redact/seal-redaction.ts';
import { readSecret, requireOutside, type Secret, writeSecret } from '../seal/redact/secret.ts';
import { whereElse } from '../seal/redact/where-else.ts';
import { ledgerPaths } from '../store/paths.ts';
import { PlainFiles } from '../store/plain-files.ts';
import { LedgerReader } from '../store/read.ts';
import { redactionsOf } from '../store/redactions.ts';
import { textDigest } from '../store/sealed-files.ts';
import { writeAllOrNothing } from '../store/transaction.ts';
import { resolveVersion } from '../store/versions.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger redact` is asked for. */
export interface RedactOptions {
  content: string;
  product: string;
  release: string;
  /** From the content folder or from the release's dossier on. */
  file: string;
  field?: string;
  text?: string;
  because: string;
  /** Where value and salt go; nowhere else than there they are kept. */
  secret: string;
  by?: string;
  /** The moment of redacting; the clock's where it is not given. */
  now?: string;
  /** For tests, whose bytes must not change. */
  salt?: Uint8Array;
}

/** Takes a value out of a sealed file, and seals that it did. Returns the exit code. */
export async function redact(options: RedactOptions, out: Console): Promise<number> {
  const { content, product, because } = options;
  const reader = new LedgerReader(content);
  const version = resolveVersion(reader, product, options.release);
  const dossier = ledgerPaths(product).dossier(version);
  const file = options.file.startsWith('ledger/') ? options.file : `${dossier}/${options.file}`;
  const by = await whoRuns(reader.knownPolicy(product).policy, content, options.by);
  requireOutside(options.secret, content);
  if (because.trim() === '') throw new Fault('--because says nothing', { hint: 'Write why it has to go.' });
  const given = { product, version, file, wanted: wantedOf(options), because: because.trim(), by };
  const salt = options.salt ?? randomBytes(SALT_BYTES);
  const { prepared, path } = writeAllOrNothing(content, (transaction) => {
    const made = prepareRedaction(content, dossier, { ...given, at: momentOf(options.now) }, salt);
    const sealed = sealRedaction(content, transaction, made);
    writeSecret(options.secret, secretOf(made, salt));
    return { prepared: made, path: sealed.path };
  });
  return report(prepared, path, options, out);
}

function wantedOf({ field, text }: RedactOptions): Wanted {
  if (field !== undefined && text === undefined) return { field };
  if (text !== undefined && field === undefined) return { text };
  throw new Fault('one thing is taken out at a time', { hint: 'Write --field FIELD, or --text TEXT.' });
}

function secretOf({ redaction, value }: PreparedRedaction, salt: Uint8Array): Secret {
  const { path, commitment } = redaction;
  return { path, commitment, salt: Buffer.from(salt).toString('hex'), value };
}

function report(
  { redaction, file, value }: PreparedRedaction,
  seal: string,
  { content, secret }: RedactOptions,
  out: Console,
): number {
  const elsewhere = whereElse(content, value);
  if (out.json) out.result({ ...redaction, record: file, seal, secret, elsewhere });
  out.say(`Redacted ${redaction.path} in ${redaction.places} places [${file}], and sealed that [${seal}].`);
  out.say(
    `${secret} holds the value and its salt. Lock it away, or destroy it: then nobody can show it again.`,
  );
  if (elsewhere.length > 0) out.say(`The value still stands in ${elsewhere.join(', ')}.`);
  out.say('Git’s history, clones, backups and packs that were handed out still hold it: see to them.');
  return 0;
}

/** What `ledger disclose` is asked for. */
export interface DiscloseOptions {
  content: string;
  secrets: string[];
}

/**
 * Shows by secrets that the values in them, and nothing else, were taken out of a file: with them in their places it has
 * its sealed digest again. Returns 1 where it has not.
 */
export async function disclose({ content, secrets }: DiscloseOptions, out: Console): Promise<number> {
  const read = secrets.map(readSecret);
  const files = [...new Set(read.map(({ path }) => path))];
  const plain = new PlainFiles(content);
  const shown = files.map((file) => ({
    file,
    whole: isWhole(
      plain,
      file,
      read.filter(({ path }) => path === file),
    ),
  }));
  if (out.json) out.result(shown);
  for (const { file, whole } of shown)
    out.say(
      whole
        ? `${file}: with what was taken out it is byte for byte what was sealed.`
        : `${file}: with what these secrets hold it is not what was sealed: others are missing, or more was changed.`,
    );
  return shown.every(({ whole }) => whole) ? 0 : 1;
}

function isWhole(plain: PlainFiles, file: string, secrets: readonly Secret[]): boolean {
  const [first] = redactionsOf(plain, file);
  const bytes = plain.read(file);
  if (first === undefined || bytes === null)
    throw new Fault('the ledger has no redaction of this file', { place: { file } });
  const whole = secrets.reduce<Uint8Array>(
    (now, { commitment, value }) => withValue(now, commitment, value),
    bytes,
  );
  return textDigest(whole) === first.redaction.sealed;
}
