import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Redaction, SealedFile } from '../records/seal.ts';
import { toHex } from './bytes.ts';
import { sha256 } from './node-sha256.ts';
import { checkRedactions, commitmentOf, placeholderOf, SALT_BYTES, withValue } from './redaction.ts';
import { joined, partsOf, withPlaceholder } from './redaction-parts.ts';
import { pieceDigest, piecesDigest, piecesDigestOf, piecesOf } from './redaction-pieces.ts';

const RUNS = { seed: 20_260_304, numRuns: 200 };
const VALUE = 'Nadia';
const word = fc.constantFrom('\n', 'a', 'bb ', VALUE, `${'z'.repeat(250)}`, `${VALUE}\n`, '\r\n', 'é');
const anyText = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(''));
const holding = anyText.filter((text) => text.includes(VALUE));

function digestOf(bytes: Uint8Array): string {
  return `sha256:${toHex(sha256(bytes))}`;
}

function sealedOf(bytes: Uint8Array): SealedFile {
  return { path: 'ledger/x', digest: digestOf(bytes), size: bytes.length, pieces: piecesDigestOf(bytes) };
}

/** Takes a value out wherever it stands. */
function redacted(
  bytes: Uint8Array,
  value: string,
  salt: number,
  last?: Redaction,
): { bytes: Uint8Array; redaction: Redaction } {
  const commitment = commitmentOf(new Uint8Array(SALT_BYTES).fill(salt), value);
  const parts = partsOf(bytes, last?.hidden ?? []) ?? [];
  const ranges = rangesOf(bytes, value);
  const left = joined(withPlaceholder(parts, ranges, Buffer.from(placeholderOf(commitment))));
  const digests = {
    sealed: last?.sealed ?? digestOf(bytes),
    before: digestOf(bytes),
    after: digestOf(left.bytes),
  };
  const rest = {
    schema: 1,
    product: 'core',
    version: '1.0.0',
    path: 'ledger/x',
    by: 'x',
    because: 'y',
  } as const;
  const said = { commitment, places: ranges.length, hidden: left.hidden, at: '2026-03-04T12:00:00+00:00' };
  return { bytes: left.bytes, redaction: { ...rest, ...digests, ...said } };
}

function rangesOf(bytes: Uint8Array, value: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const [all, wanted] = [Buffer.from(bytes), Buffer.from(value)];
  for (let at = all.indexOf(wanted); at !== -1; at = all.indexOf(wanted, at + wanted.length))
    found.push({ start: at, end: at + wanted.length });
  return found;
}

test('pieces are lines, long ones cut, and together the whole', () => {
  const pieces = piecesOf(Buffer.from(`a\n\n${'x'.repeat(256)}\n${'y'.repeat(300)}`));
  expect(pieces.map(({ length }) => length)).toEqual([2, 1, 256, 1, 256, 44]);
  expect(piecesOf(new Uint8Array())).toEqual([]);
});

const hasSplit = spawnSync('split', ['--version'], { encoding: 'utf8' }).stdout?.includes('GNU') === true;

test.skipIf(!hasSplit)('the shell finds the same pieces', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const script = "split -l 1 --filter='split -b 256 --filter=sha256sum' | sha256sum | head -c 64";
      const { stdout } = spawnSync('bash', ['-c', script], { input: text, encoding: 'utf8' });
      expect(`sha256:${stdout}`).toBe(piecesDigestOf(Buffer.from(text)));
    }),
    { ...RUNS, numRuns: 10 },
  );
});

test('a redacted file verifies without the value, and with it is the sealed one again', () => {
  fc.assert(
    fc.property(holding, (text) => {
      const whole = Buffer.from(text);
      const { bytes, redaction } = redacted(whole, VALUE, 1);
      expect(Buffer.from(bytes).includes(VALUE)).toBe(false);
      expect(checkRedactions(sealedOf(whole), bytes, [redaction])).toMatchObject({
        ok: true,
        isProved: true,
      });
      expect(Buffer.from(withValue(bytes, redaction.commitment, VALUE)).equals(whole)).toBe(true);
    }),
    RUNS,
  );
});

test('so does one that was redacted several times, over the same lines as well', () => {
  fc.assert(
    fc.property(holding, (text) => {
      const whole = Buffer.from(`${text}bb `);
      const once = redacted(whole, VALUE, 1);
      const twice = redacted(once.bytes, 'bb ', 2, once.redaction);
      const both = [once.redaction, twice.redaction];
      expect(checkRedactions(sealedOf(whole), twice.bytes, both)).toMatchObject({ ok: true });
      expect(checkRedactions(sealedOf(whole), twice.bytes, both.toReversed()).ok).toBe(false);
      expect(checkRedactions(sealedOf(whole), once.bytes, both).ok).toBe(false);
    }),
    RUNS,
  );
});

test('no other byte can be changed, though the redaction is written anew to fit it', () => {
  fc.assert(
    fc.property(holding, fc.nat(), fc.integer({ min: 1, max: 255 }), (text, place, turn) => {
      const whole = Buffer.from(text);
      const { bytes, redaction } = redacted(whole, VALUE, 1);
      const at = place % bytes.length;
      const isHidden = redaction.hidden.some((each) => at >= each.at && at < each.at + each.length);
      const forged = Uint8Array.from(bytes);
      forged[at] = (forged[at] ?? 0) ^ turn;
      const fitting = { ...redaction, after: digestOf(forged) };
      if (!isHidden) expect(checkRedactions(sealedOf(whole), forged, [fitting]).ok).toBe(false);
      expect(checkRedactions(sealedOf(whole), forged, [redaction]).ok).toBe(false);
    }),
    RUNS,
  );
});

test('nothing is hidden in which nothing was redacted', () => {
  const whole = Buffer.from(`title: good\nauthor: ${VALUE}\n`);
  const { bytes, redaction } = redacted(whole, VALUE, 1);
  const forged = Buffer.from(Buffer.from(bytes).toString().replace('good', 'evil'));
  const title = { at: 0, length: 12, pieces: [`sha256:${pieceDigest(Buffer.from('title: good\n'))}`] };
  const greedy = { ...redaction, after: digestOf(forged), hidden: [title, ...redaction.hidden] };
  expect(checkRedactions(sealedOf(whole), forged, [greedy])).toEqual({
    ok: false,
    reason: 'its redaction hides bytes in which nothing was redacted',
  });
});

test.each([
  [
    'overlap',
    [
      { at: 3, length: 9 },
      { at: 5, length: 4 },
    ],
  ],
  ['go beyond the end', [{ at: 3, length: 99 }]],
  [
    'are out of order',
    [
      { at: 9, length: 2 },
      { at: 1, length: 2 },
    ],
  ],
])('hidden bytes that %s are refused', (_, hidden) => {
  const pieces = [`sha256:${'0'.repeat(64)}`];
  expect(
    partsOf(
      Buffer.from('some thing or other'),
      hidden.map((each) => ({ ...each, pieces })),
    ),
  ).toBeNull();
});

test('a file that nothing says was redacted, and one without digests of pieces', () => {
  const whole = Buffer.from(`author: ${VALUE}\n`);
  const { pieces: _, ...plain } = sealedOf(whole);
  const { bytes, redaction } = redacted(whole, VALUE, 1);
  expect(checkRedactions(plain, bytes, []).ok).toBe(false);
  expect(checkRedactions(plain, bytes, [redaction])).toMatchObject({ ok: true, isProved: false });
  expect(piecesDigest([])).toBe(piecesDigestOf(new Uint8Array()));
});
