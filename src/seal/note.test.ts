import { expect, test } from 'vitest';
import { Fault } from '../records/fault.ts';
import { toHex } from './bytes.ts';
import { formatNote, parseNote } from './note.ts';
import { C2SP, GO_EXAMPLE, REKOR, SUM_GOLANG_ORG } from './testing/published-notes.ts';

const { text, peter, enoch } = GO_EXAMPLE;

test.each([
  C2SP.note,
  `${text}\n${peter}${enoch}`,
  SUM_GOLANG_ORG.older,
  SUM_GOLANG_ORG.newer,
  REKOR.checkpoint,
])('a published note is read and written byte for byte', (published) => {
  expect(formatNote(parseNote(published, 'note'))).toBe(published);
});

test('text and signatures are taken apart', () => {
  const note = parseNote(`${text}\n${peter}`, 'note');
  expect(note.text).toBe(text);
  expect(note.signatures).toMatchObject([{ name: 'PeterNeumann' }]);
  expect(note.signatures.map(({ keyId }) => toHex(keyId))).toEqual(['c74f20a3']);
  expect(note.signatures[0]?.signature).toHaveLength(64);
});

test('the last empty line divides, whatever the text has', () => {
  const source = `first\n\n— looks like a signature\n\n\n${peter}`;
  expect(parseNote(source, 'note').text).toBe('first\n\n— looks like a signature\n\n');
});

test('sixteen signatures are read, and a hundred and one are not', () => {
  expect(parseNote(`${text}\n${peter.repeat(16)}`, 'note').signatures).toHaveLength(16);
  expect(() => parseNote(`${text}\n${peter.repeat(101)}`, 'note')).toThrow('more than 100');
});

test.each<[string, string, string, number?]>([
  ['nothing', '', 'no blank line'],
  ['text only', text, 'no blank line'],
  ['no signature', `${text}\n`, 'no signature'],
  ['no signature below the blank line', `${text}\n\n`, 'no signature'],
  ['no blank line', `${text}${peter}`, 'no blank line'],
  ['a cut last line', `${text}\n${peter.slice(0, -1)}`, 'does not end with a line break'],
  ['a hyphen', `${text}\n${peter.replace('—', '-')}`, 'no signature line', 4],
  ['two spaces', `${text}\n${peter.replace('— ', '—  ')}`, 'no signature line', 4],
  ['a space behind', `${text}\n${peter.replace('\n', ' \n')}`, 'no signature line', 4],
  ['a name with a plus', `${text}\n${peter.replace('Peter', 'Peter+')}`, 'no signature line', 4],
  ['a name with a wide space', `${text}\n${peter.replace('Peter', 'Peter\u3000')}`, 'no signature line', 4],
  ['another line among them', `${text}\n${peter}x\n${enoch}`, 'no signature line', 5],
  ['no base64', `${text}\n— PeterNeumann x08*\n`, 'not base64', 4],
  ['loose bits', `${text}\n${peter.replace('nAM=', 'nAN=')}`, 'not base64', 4],
  ['a key id only', `${text}\n— PeterNeumann x08gow==\n`, 'not base64', 4],
  ['a carriage return', `${text}\n${peter.replace('\n', '\r\n')}`, '0x0d', 4],
  ['a tab', `a\tb\n\n${peter}`, '0x09', 1],
  ['half a character', `a\ud800\n\n${peter}`, 'not Unicode'],
  ['a very long text', `${'a'.repeat(1_000_000)}\n\n${peter}`, 'longer than'],
])('%s is refused, with the line', (_, source, reason, line) => {
  try {
    parseNote(source, 'latest.note');
    expect.unreachable();
  } catch (fault) {
    expect(fault).toBeInstanceOf(Fault);
    expect((fault as Fault).message).toContain(reason);
    expect((fault as Fault).place).toEqual({ file: 'latest.note', ...(line !== undefined && { line }) });
  }
});

test('a text without its line break is not written', () => {
  expect(() => formatNote({ text: 'abc', signatures: [] })).toThrow('does not end with a line break');
});
