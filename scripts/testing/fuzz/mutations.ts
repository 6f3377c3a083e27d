import fc from 'fast-check';

/** What parsers stumble over: numbers at their limits, names that objects have already, marks of every format. */
const PIECES = [
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '"__proto__": {"polluted": 1},',
    'null',
    'true',
  ],
  ...['-1', '0', '1e999', '-0', '99999999999999999999', '0x10', 'NaN', '1.5', '0123', '12e4567'],
  ...[
    '../',
    '..\\',
    '/etc/passwd',
    '\0',
    '\r\n',
    '\u2028',
    '\ufeff',
    '\ud800',
    '😀',
    '\u202e',
    'İ',
    '\x1b[31m',
  ],
  ...[
    '---\n',
    '---js\n',
    '```\n',
    '| ',
    '{#',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<!--',
    '-->',
    '<![CDATA[',
    '&lt;',
    '&#0;',
  ],
  ...[
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '<',
    '>',
    '"',
    "'",
    ',',
    ':',
    '- ',
    '# ',
    '* ',
    '!',
    '&a ',
    '*a ',
    '!!js/function ',
  ],
];

/** One change of a file. Places are parts of its length, so that they mean the same for every sample. */
type Edit =
  | { kind: 'piece'; at: number; piece: string; instead: number }
  | { kind: 'bytes'; at: number; bytes: Uint8Array; instead: number }
  | { kind: 'repeat'; from: number; length: number; times: number }
  | { kind: 'move'; from: number; length: number; to: number }
  | { kind: 'cut'; at: number };

const PLACE = fc.double({ min: 0, max: 1, noNaN: true });
const EDIT: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('piece' as const),
    at: PLACE,
    piece: fc.constantFrom(...PIECES),
    instead: fc.nat({ max: 12 }),
  }),
  fc.record({
    kind: fc.constant('bytes' as const),
    at: PLACE,
    bytes: fc.uint8Array({ maxLength: 4 }),
    instead: fc.nat({ max: 4 }),
  }),
  fc.record({
    kind: fc.constant('repeat' as const),
    from: PLACE,
    length: fc.nat({ max: 40 }),
    times: fc.constantFrom(2, 50, 400),
  }),
  fc.record({ kind: fc.constant('move' as const), from: PLACE, length: fc.nat({ max: 200 }), to: PLACE }),
  fc.record({ kind: fc.constant('cut' as const), at: PLACE }),
);

/** Files that are nearly one of the samples, and a few that are anything. */
export function mutated(samples: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const near = fc
    .tuple(fc.constantFrom(...samples), fc.array(EDIT, { minLength: 1, maxLength: 4 }))
    .map(([sample, edits]) => edits.reduce(edited, Buffer.from(sample)));
  return fc.oneof(
    { weight: 20, arbitrary: near },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
  );
}

function edited(bytes: Buffer, edit: Edit): Buffer {
  const offset = (part: number): number => Math.floor(part * bytes.length);
  switch (edit.kind) {
    case 'cut':
      return bytes.subarray(0, offset(edit.at));
    case 'piece':
      return replaced(bytes, offset(edit.at), edit.instead, Buffer.from(edit.piece));
    case 'bytes':
      return replaced(bytes, offset(edit.at), edit.instead, Buffer.from(edit.bytes));
    case 'repeat': {
      const part = bytes.subarray(offset(edit.from), offset(edit.from) + edit.length);
      return replaced(bytes, offset(edit.from), 0, Buffer.concat(Array(edit.times).fill(part)));
    }
    case 'move': {
      const part = Buffer.from(bytes.subarray(offset(edit.from), offset(edit.from) + edit.length));
      return replaced(replaced(bytes, offset(edit.from), part.length), offset(edit.to), 0, part);
    }
  }
}

function replaced(bytes: Buffer, at: number, length: number, by = Buffer.alloc(0)): Buffer {
  return Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + length)]);
}
