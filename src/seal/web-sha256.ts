import { type Hashing, hashLater } from './hashing.ts';

/** The result of a computation that needs SHA-256, by WebCrypto: for browsers, and Node has it too. */
export function hashedByWebCrypto<Result>(work: Hashing<Result>): Promise<Result> {
  return hashLater(webSha256, work);
}

async function webSha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}
