import type { HiddenPieces } from '../records/seal.ts';
import { concatBytes } from './bytes.ts';
import { pieceDigest, piecesOf } from './redaction-pieces.ts';

/** A stretch of a file as it is now: a piece that is as it was sealed, or what stands in the place of hidden ones. */
export interface Part {
  bytes: Uint8Array;
  /** Digests of the sealed pieces that it stands for, as hex digits. */
  sealed: string[];
  isHidden: boolean;
}

/** Bytes of a file, the end not included. */
export interface Range {
  start: number;
  end: number;
}

/** Takes a file apart. Null where the hidden stretches overlap, are out of order, or go beyond its end. */
export function partsOf(bytes: Uint8Array, hidden: readonly HiddenPieces[]): Part[] | null {
  const parts: Part[] = [];
  let at = 0;
  for (const { at: start, length, pieces } of hidden) {
    if (start < at || start + length > bytes.length) return null;
    parts.push(...shown(bytes.subarray(at, start)));
    at = start + length;
    parts.push({ bytes: bytes.subarray(start, at), sealed: pieces.map(hexOf), isHidden: true });
  }
  return [...parts, ...shown(bytes.subarray(at))];
}

/** The file that parts make, and which bytes of it are hidden. */
export function joined(parts: readonly Part[]): { bytes: Uint8Array; hidden: HiddenPieces[] } {
  const hidden: HiddenPieces[] = [];
  let at = 0;
  for (const { bytes, sealed, isHidden } of parts) {
    const pieces = sealed.map((digest) => `sha256:${digest}`);
    if (isHidden) hidden.push({ at, length: bytes.length, pieces });
    at += bytes.length;
  }
  return { bytes: concatBytes(...parts.map(({ bytes }) => bytes)), hidden };
}

/** Puts a placeholder into ranges, given in order; every part that one of them touches is hidden from then on. */
export function withPlaceholder(
  parts: readonly Part[],
  ranges: readonly Range[],
  placeholder: Uint8Array,
): Part[] {
  return groupsOf(parts, ranges).map(({ group, start, touching }) => {
    if (touching.length === 0 && group[0] !== undefined) return group[0];
    const bytes = concatBytes(...group.map((part) => part.bytes));
    const local = touching.map((range) => ({ start: range.start - start, end: range.end - start }));
    return {
      bytes: replaced(bytes, local, placeholder),
      sealed: group.flatMap(({ sealed }) => sealed),
      isHidden: true,
    };
  });
}

interface Group {
  /** Parts that one range reaches over, or a single one. */
  group: Part[];
  start: number;
  touching: Range[];
}

function groupsOf(parts: readonly Part[], ranges: readonly Range[]): Group[] {
  const groups: Group[] = [];
  let at = 0;
  for (const part of parts) {
    const [start, end] = [at, at + part.bytes.length];
    at = end;
    const last = groups.at(-1);
    const reachesOver = last?.touching.some((range) => range.end > start) === true;
    const touching = ranges.filter((range) => range.start >= start && range.start < end);
    if (last !== undefined && reachesOver) {
      last.group.push(part);
      last.touching.push(...touching);
    } else groups.push({ group: [part], start, touching });
  }
  return groups;
}

function replaced(bytes: Uint8Array, ranges: readonly Range[], placeholder: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    pieces.push(bytes.subarray(at, start), placeholder);
    at = end;
  }
  return concatBytes(...pieces, bytes.subarray(at));
}

function shown(bytes: Uint8Array): Part[] {
  return piecesOf(bytes).map((piece) => ({ bytes: piece, sealed: [pieceDigest(piece)], isHidden: false }));
}

function hexOf(digest: string): string {
  return digest.slice('sha256:'.length);
}
