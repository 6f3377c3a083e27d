import { createPrivateKey, createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import { Fault } from '../records/fault.ts';
import { toBase64 } from './base64.ts';
import { concatBytes, equalBytes, toHex, utf8 } from './bytes.ts';
import { checkKeyName } from './key-name.ts';
import { ED25519, PRIVATE, parsePrivateText, parsePublicText } from './key-text.ts';
import { sha256 } from './node-sha256.ts';

/** What checks the signatures of one Ed25519 key. It is public. */
export interface Verifier {
  name: string;
  /** Four bytes; with the name it tells which key signed. */
  keyId: Uint8Array;
  /** 32 bytes, RFC 8032. */
  publicKey: Uint8Array;
}

/** What signs. The secret is in Node's keeping: printing a signer, or writing it as JSON, does not show it. */
export interface Signer extends Verifier {
  privateKey: KeyObject;
}

/** A key pair as it is kept: two lines of text. */
export interface KeyPair {
  /** "PRIVATE+KEY+<name>+<id>+<base64>", as golang.org/x/mod/sumdb/note writes it. Secret. */
  privateKey: string;
  /** "<name>+<id>+<base64>", c2sp.org/signed-note "Verifier keys". */
  verifierKey: string;
}

/** DER in front of the 32 bytes of an Ed25519 key, RFC 8410: PKCS #8 for the private, SPKI for the public one. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const SEED_BYTES = 32;

/** A new key pair, of the system's randomness. Throws a Fault where the name cannot be a key's. */
export function generateKeys(name: string): KeyPair {
  return keysFromSeed(name, randomBytes(SEED_BYTES));
}

/** The key pair of a secret of 32 bytes, RFC 8032 §5.1.5: for samples and tests, whose bytes must not change. */
export function keysFromSeed(name: string, seed: Uint8Array): KeyPair {
  checkKeyName(name);
  const verifier = verifierOf(name, publicBytes(privateKeyOf(seed)));
  const secret = toBase64(concatBytes(Uint8Array.of(ED25519), seed));
  return {
    privateKey: `${PRIVATE}${name}+${toHex(verifier.keyId)}+${secret}`,
    verifierKey: formatVerifier(verifier),
  };
}

/** Reads a private key; white space around it is left out. Throws a Fault that never holds any of the text. */
export function readSigner(source: string): Signer {
  const { name, keyId, key } = parsePrivateText(source.trim());
  const privateKey = privateKeyOf(key);
  const verifier = verifierOf(name, publicBytes(privateKey));
  if (toHex(verifier.keyId) === keyId) return { ...verifier, privateKey };
  throw new Fault('the private key does not match the id inside it: it was changed or is not whole', {
    hint: 'Take the key from where it is kept, or make a new pair with "ledger keygen".',
  });
}

/** Reads a verifier key; white space around it is left out. Throws a Fault where it is none. */
export function readVerifier(source: string): Verifier {
  const { name, keyId, key } = parsePublicText(source.trim());
  const verifier = verifierOf(name, key);
  if (toHex(verifier.keyId) === keyId) return verifier;
  throw new Fault(
    `the verifier key of ${name} has the id ${keyId}, and its bytes give ${toHex(verifier.keyId)}`,
    {
      hint: 'It was changed or is not whole. Ask who signs for the key again.',
    },
  );
}

/** The verifier key, as people hand it on. */
export function formatVerifier({ name, keyId, publicKey }: Verifier): string {
  return `${name}+${toHex(keyId)}+${toBase64(concatBytes(Uint8Array.of(ED25519), publicKey))}`;
}

/** True where both are the same key under the same name. */
export function isSameKey(left: Verifier, right: Verifier): boolean {
  return left.name === right.name && equalBytes(left.publicKey, right.publicKey);
}

/** Node's form of a public key of 32 bytes. */
export function publicKeyOf({ publicKey }: Verifier): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
}

/** Key ID of signed-note, "Ed25519 signatures": SHA-256(name || 0x0A || 0x01 || public key)[:4]. */
function verifierOf(name: string, publicKey: Uint8Array): Verifier {
  const digest = sha256(concatBytes(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey));
  return { name, keyId: digest.slice(0, 4), publicKey };
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  if (seed.length !== SEED_BYTES) throw new Fault(`the secret of a key has ${SEED_BYTES} bytes`);
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

function publicBytes(privateKey: KeyObject): Uint8Array {
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return new Uint8Array(spki.subarray(SPKI.length));
}
