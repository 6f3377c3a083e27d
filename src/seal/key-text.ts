import { Fault } from '../records/fault.ts';
import { fromBase64 } from './base64.ts';
import { KEY_NAME } from './key-name.ts';

/** A key's text, taken apart but not yet held against its id. */
export interface KeyText {
  name: string;
  /** Eight lower-case hex digits. */
  keyId: string;
  /** 32 bytes. */
  key: Uint8Array;
}

/** Signature type of Ed25519, c2sp.org/signed-note "Signature types". */
export const ED25519 = 0x01;

/** How a private key begins. */
export const PRIVATE = 'PRIVATE+KEY+';

const KEY_BYTES = 32;

/** Takes "PRIVATE+KEY+<name>+<id>+<base64>" apart. Its Faults hold none of the text, since it may be the secret. */
export function parsePrivateText(source: string): KeyText {
  if (source === '') throw wrongPrivate('the private key is empty');
  if (source.includes('-----BEGIN')) throw wrongPrivate('the private key is in PEM form');
  if (!source.startsWith(PRIVATE) && isPublicText(source))
    throw wrongPrivate('this is a public key (a verifier key), and the private one is needed to sign');
  if (!source.startsWith(PRIVATE)) throw wrongPrivate('this is no private key');
  return partsOf(source.slice(PRIVATE.length), (what) => wrongPrivate(`the private key ${what}`));
}

/** Takes "<name>+<id>+<base64>" apart. */
export function parsePublicText(source: string): KeyText {
  if (source === '') throw wrongPublic('the verifier key is empty');
  if (source.startsWith(PRIVATE))
    throw new Fault('this is a private key, and the public one (the verifier key) is needed to check', {
      hint: 'Keep it to yourself. If others could read it where it stood, make a new pair with "ledger keygen".',
    });
  if (source.includes('-----BEGIN')) throw wrongPublic('the verifier key is in PEM form');
  return partsOf(source, (what) => wrongPublic(`the verifier key ${what}`));
}

/** The base64 may hold "+", so only the first two divide. */
function partsOf(source: string, wrong: (what: string) => Fault): KeyText {
  const [, name = '', keyId = '', base64 = ''] = /^([^+]*)\+([^+]*)\+(.*)$/s.exec(source) ?? [];
  if (!KEY_NAME.test(name)) throw wrong('has no name, or one with spaces or control characters');
  if (!/^[0-9a-f]{8}$/.test(keyId)) throw wrong('has no id of eight lower-case hex digits');
  const bytes = fromBase64(base64);
  if (bytes === null || bytes.length === 0) throw wrong('does not end with base64');
  if (bytes[0] !== ED25519) throw wrong(`is of type ${bytes[0]}, and only Ed25519 (type 1) is known`);
  if (bytes.length !== 1 + KEY_BYTES)
    throw wrong(`has ${bytes.length - 1} bytes, and Ed25519 has ${KEY_BYTES}`);
  return { name, keyId, key: bytes.slice(1) };
}

function isPublicText(source: string): boolean {
  return /^[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]+=*$/.test(source);
}

function wrongPrivate(what: string): Fault {
  return new Fault(what, {
    hint: 'A private key is one line, "PRIVATE+KEY+<name>+<id>+<base64>", as "ledger keygen" writes it.',
  });
}

function wrongPublic(what: string): Fault {
  return new Fault(what, {
    hint: 'A verifier key is one line, "<name>+<id>+<base64>", as "ledger keygen" prints it.',
  });
}
