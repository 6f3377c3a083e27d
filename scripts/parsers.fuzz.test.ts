import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../src/records/index.ts';
import { readSealList, SEAL_LIST } from './seal/seal-list.ts';
import { recover } from './store/transaction.ts';
import { fuzz } from './testing/fuzz/fuzz.ts';
import { mutated } from './testing/fuzz/mutations.ts';
import { allParsers } from './testing/fuzz/parsers.ts';
import { useWorkspace } from './testing/workspace.ts';

const space = useWorkspace();
const SEED = 20_261_121;

describe('no damaged file makes a parser crash, hang or change all objects', () => {
  test.each(allParsers().map((parser) => [parser.name, parser] as const))('%s', (_, parser) => {
    fuzz(parser, { seed: SEED, cases: 40 });
  });
});

/** Runs something that may throw a Fault; null where it does. */
function orNull<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

test('no list of seals leads out of the ledger', () => {
  const content = path.join(space.root, 'listed');
  mkdirSync(path.join(content, 'ledger'), { recursive: true });
  const line = `${'0'.repeat(64)}  ledger/core/releases/1.0.0/seal.json\n`;
  fc.assert(
    fc.property(mutated([Buffer.from(line.repeat(2))]), (bytes) => {
      writeFileSync(path.join(content, SEAL_LIST), bytes);
      for (const { path: file } of orNull(() => readSealList(content)) ?? [])
        expect(path.relative(content, path.join(content, file)).startsWith('ledger/')).toBe(true);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test('nothing that a command left behind removes what is outside of the ledger', () => {
  const content = path.join(space.root, 'left/content');
  const outside = path.join(space.root, 'left/precious.txt');
  const journal = Buffer.from(
    JSON.stringify({ deletes: ['../precious.txt', 'notes/a.md', 'x/../../precious.txt'] }),
  );
  fc.assert(
    fc.property(mutated([journal]), (bytes) => {
      const stage = path.join(content, '.pending');
      rmSync(content, { recursive: true, force: true });
      mkdirSync(path.join(stage, 'files'), { recursive: true });
      writeFileSync(outside, 'precious');
      writeFileSync(path.join(stage, 'owner'), '999999999');
      writeFileSync(path.join(stage, 'journal.json'), bytes);
      orNull(() => recover(content));
      expect(readFileSync(outside, 'utf8')).toBe('precious');
    }),
    { seed: SEED, numRuns: 60 },
  );
});
