/**
 * The number of a thing in GitHub's node id: GraphQL's whole numbers end at 2^31, and numbers of deployments have passed
 * that. The id is base 64 of a MessagePack list that ends with the repository's number and the thing's own; GitHub does
 * not promise it, so an id of any other form gives null.
 */
export function numberInNodeId(id: string): number | null {
  const packed = /^[A-Z]+_([A-Za-z0-9_-]+)$/.exec(id)?.[1];
  if (packed === undefined) return null;
  const bytes = Buffer.from(packed, 'base64url');
  if (bytes[0] !== LIST_OF_THREE || bytes[1] !== 0) return null;
  const repository = unsigned(bytes, 2);
  const own = repository === null ? null : unsigned(bytes, repository.end);
  return own === null || own.end !== bytes.length || own.value < 1 ? null : own.value;
}

const LIST_OF_THREE = 0x93;
const UNSIGNED_32 = 0xce;
const UNSIGNED_64 = 0xcf;

interface Unsigned {
  value: number;
  end: number;
}

function unsigned(bytes: Buffer, at: number): Unsigned | null {
  if (bytes[at] === UNSIGNED_32 && bytes.length >= at + 5)
    return { value: bytes.readUInt32BE(at + 1), end: at + 5 };
  if (bytes[at] !== UNSIGNED_64 || bytes.length < at + 9) return null;
  const value = Number(bytes.readBigUInt64BE(at + 1));
  return Number.isSafeInteger(value) ? { value, end: at + 9 } : null;
}
