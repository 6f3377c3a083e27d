/** SHA-256 of bytes: 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** The same for where hashing takes its time, as in WebCrypto. */
export type LaterSha256 = (bytes: Uint8Array) => Promise<Uint8Array>;

/**
 * A computation that needs SHA-256: it yields bytes and is handed their digest. Node hashes at once and browsers hash
 * later; so that there is one algorithm for both, it does not call a hash function but asks for digests.
 */
export type Hashing<Result> = Generator<Uint8Array, Result, Uint8Array>;

/** Does a computation, hashing at once. */
export function hashWith<Result>(sha256: Sha256, work: Hashing<Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next(sha256(step.value));
  return step.value;
}

/** Does a computation, waiting for each digest. */
export async function hashLater<Result>(sha256: LaterSha256, work: Hashing<Result>): Promise<Result> {
  let step = work.next();
  while (step.done !== true) step = work.next(await sha256(step.value));
  return step.value;
}
