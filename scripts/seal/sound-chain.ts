import { Fault } from '../../src/records/index.ts';
import { type ListedSeal, readSealList } from './seal-list.ts';
import { checkChain } from './verify/check-chain.ts';
import type { StoredSeal } from './verify/seals-on-disk.ts';

/** A chain in which nothing is wrong. */
export interface SoundChain {
  listed: ListedSeal[];
  /** The same seals, as they lie on disk. */
  seals: StoredSeal[];
}

/** Reads the chain of seals. Throws a Fault where anything is wrong with it: nothing is built on an alarm. */
export function soundChain(content: string): SoundChain {
  const listed = readSealList(content);
  const { seals, findings } = checkChain(content, listed);
  const [first] = findings;
  if (first === undefined) return { listed, seals };
  throw new Fault(`the chain is not in order: ${first.text}`, {
    place: { file: first.file ?? content },
    hint: 'Nothing was written. See all: ledger verify',
  });
}
