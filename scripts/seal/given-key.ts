import fs from 'node:fs';
import { Fault } from '../../src/records/index.ts';
import { readSigner, type Signer } from '../../src/seal/keys.ts';

/** The environment variable that holds a private key, for build servers. */
export const KEY_VARIABLE = 'LEDGER_PRIVATE_KEY';

/** The private key in a file, else in the environment. Throws a Fault where there is none; no error shows the key. */
export function givenSigner(file: string | undefined): Signer {
  if (file !== undefined) return readSigner(textOf(file));
  const text = process.env[KEY_VARIABLE]?.trim() ?? '';
  if (text !== '') return readSigner(text);
  throw new Fault('nothing says which key signs', {
    hint: `Write --key FILE, or set ${KEY_VARIABLE}. A new pair: ledger keygen --name ORIGIN --out FILE`,
  });
}

/** A public key, as a file or as the text itself. */
export function givenPublicKey(given: string): string {
  return given.includes('+') && !fs.existsSync(given) ? given : textOf(given);
}

function textOf(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new Fault('the key cannot be read', { place: { file }, cause });
  }
}
