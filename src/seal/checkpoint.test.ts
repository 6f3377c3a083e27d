import { expect, test } from 'vitest';
import { Fault } from '../records/fault.ts';
import { toBase64 } from './base64.ts';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { parseNote } from './note.ts';
import { REKOR, SUM_GOLANG_ORG } from './testing/published-notes.ts';

const ROOT = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';

/** The example of c2sp.org/tlog-checkpoint. */
const EXAMPLE = `example.com/behind-the-sofa\n20852163\n${ROOT}\n`;

test('the published example is read and written', () => {
  const checkpoint = parseCheckpoint(EXAMPLE, 'checkpoint');
  expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163, extensions: [] });
  expect(toBase64(checkpoint.root)).toBe(ROOT);
  expect(formatCheckpoint(checkpoint)).toBe(EXAMPLE);
});

test.each([SUM_GOLANG_ORG.older, SUM_GOLANG_ORG.newer, REKOR.checkpoint])(
  'a published head is read',
  (note) => {
    const { text } = parseNote(note, 'note');
    expect(formatCheckpoint(parseCheckpoint(text, 'note'))).toBe(text);
  },
);

test('an empty log and further lines are read and written', () => {
  const text = `a log with spaces\n0\n${ROOT}\nfirst\nsecond\n`;
  expect(parseCheckpoint(text, 'checkpoint')).toMatchObject({ size: 0, extensions: ['first', 'second'] });
  expect(formatCheckpoint(parseCheckpoint(text, 'checkpoint'))).toBe(text);
});

test.each([
  ['', 'at least three lines', 1],
  ['log\n5\n', 'at least three lines', 1],
  [`log\n5\n${ROOT}`, 'at least three lines', 1],
  [`\n5\n${ROOT}\n`, 'no name', 1],
  [`log\n05\n${ROOT}\n`, 'decimal', 2],
  [`log\n+5\n${ROOT}\n`, 'decimal', 2],
  [`log\n-1\n${ROOT}\n`, 'decimal', 2],
  [`log\n5 \n${ROOT}\n`, 'decimal', 2],
  [`log\n1e3\n${ROOT}\n`, 'decimal', 2],
  [`log\n٣\n${ROOT}\n`, 'decimal', 2],
  [`log\n\n${ROOT}\n`, 'decimal', 2],
  [`log\n9007199254740992\n${ROOT}\n`, 'decimal', 2],
  ['log\n5\nQUJD\n', '32 bytes', 3],
  [`log\n5\n${ROOT.slice(0, -2)}J=\n`, '32 bytes', 3],
  [`log\n5\n\n${ROOT}\n`, '32 bytes', 3],
  [`log\n5\n${ROOT}\n\n`, 'empty line', 4],
  [`log\n5\n${ROOT}\na\n\nb\n`, 'empty line', 5],
])('%j is refused', (text, reason, line) => {
  try {
    parseCheckpoint(text, 'latest');
    expect.unreachable();
  } catch (fault) {
    expect((fault as Fault).message).toContain(reason);
    expect((fault as Fault).place).toEqual({ file: 'latest', line });
  }
});

test.each([
  { origin: '' },
  { origin: 'a\nb' },
  { size: -1 },
  { size: 1.5 },
  { root: new Uint8Array(31) },
  { extensions: [''] },
  { extensions: ['a\nb'] },
])('%o is not written', (bent) => {
  expect(() => formatCheckpoint({ ...parseCheckpoint(EXAMPLE, 'checkpoint'), ...bent })).toThrow(Fault);
});
