import fc from 'fast-check';
import type { NoteSection } from '../../markdown/note-body.ts';
import { SECTIONS } from '../../records/sections.ts';
import type { NoteSource } from '../../views/release-view.ts';
import { assembled } from './invented.ts';

/** Texts that have hurt somebody's release notes. */
const ODD = [
  '```sh\nkubectl get pods\n\n- not an entry\n```',
  'Before\n\n```\n~~~\n```\n\nafter',
  '| a | b |\n| --- | :-: |\n| 1 | `x|y` |\n| @team | #12 |',
  '- nested\n- list\n  1. deeper\n     - still',
  'See #12, acme/core#7, GH-9 and @somebody or @acme/team; mail a@b.example',
  '[a link](https://example.org/a_b_(c)) and [another][1]\n\n[1]: https://example.org/1',
  '<script>alert(1)</script> <b onclick="x">bold</b> <!-- gone --> &amp; &lt;',
  '<!channel> <!here> <@U012AB3CD> <https://example.org|text> @channel *bold* _it_ ~del~',
  'العربية مع English و 123 ثم \u202Eعكس',
  '👩‍👩‍👧‍👦 🇮🇳 e\u0301 \uD83D broken',
  'first\r\nsecond\r\n\r\nthird',
  `${'long'.repeat(400)}`,
  '# A heading\n\n---\n\n> quoted\n> more',
  '---',
  '- ',
  '1. one\n2. two',
  '- [ ] open\n- [x] done',
  '    indented code',
  '\\# not a heading \\* {#core-1} \\{#core-2}',
  'trailing backslash\\',
  'ends with spaces  \nand goes on',
  '![picture](https://example.org/a.png "title")',
  '~~gone~~ **bold** _it_ ***both*** `code ` `` ` ``',
  'a footnote[^1]\n\n[^1]: below',
  ']]> <![CDATA[ x ]]>',
  '\uFFFE\uFFFF\u0000\u0007',
  '+++ 2026 *** ___',
];

/** Any text: odd ones, random ones, and both behind each other. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '*',
        '_',
        '`',
        '[',
        ']',
        '(',
        ')',
        '\n',
        ' ',
        '-',
        '#',
        '@',
        '|',
        '<',
        '>',
        '&',
        'a',
        '1',
        '~',
        '!',
        '\\',
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom(...ODD), fc.constantFrom(...ODD)).map((parts) => parts.join('\n\n')),
);

const anySection = fc.record({
  section: fc.constantFrom(...SECTIONS.map(({ id }) => id).filter((id) => id !== 'known')),
  prose: fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom('Some words.', '```\ncode\n```') },
  ),
  texts: fc.array(anyText, { maxLength: 8 }),
});

/** A note with any texts, each bullet with an id of its own. */
export const anyNote: fc.Arbitrary<NoteSource> = fc
  .array(anySection, { maxLength: 6 })
  .map((sections) => assembled('1.0.0', sections.map(toSection)));

function toSection(
  { section, prose, texts }: { section: NoteSection['section']; prose: string; texts: string[] },
  place: number,
): NoteSection {
  const heading = SECTIONS.find(({ id }) => id === section)?.heading ?? '';
  const bullets = texts.map((text, index) => ({
    ids: [`core-${place * 100 + index + 1}`],
    text,
    line: 1,
    start: 0,
    end: 0,
  }));
  return { heading, section, line: 1, bullets, prose, end: 0 };
}
