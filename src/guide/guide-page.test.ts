import { describe, expect, test } from 'vitest';
import { readGuidePage } from './guide-page.ts';
import { renderProse } from './prose.ts';

const MATTER = '---\ntitle: Vote\nasks: How?\nas: Ada Brook\nat: "15:40"\n---\n';

function parts(body: string) {
  return readGuidePage('vote', MATTER + body).sections.flatMap((section) => section.parts);
}

describe('a page of the guide', () => {
  test('has sections with the anchors that GitHub gives them', () => {
    const { sections } = readGuidePage('vote', `${MATTER}Text.\n\n## 16:00: decide, now!\n\n### Not one\n`);
    expect(sections.map(({ anchor, title }) => [anchor, title])).toEqual([
      ['', ''],
      ['1600-decide-now', '16:00: decide, now!'],
    ]);
  });

  test('has commands with who types them, when, and how they end', () => {
    expect(parts('```sh as="Cleo Dunn" at=16:10 exit=2\nledger vote\n```\n\n```text\nno\n```\n')).toEqual([
      {
        kind: 'command',
        ...{ as: 'Cleo Dunn', at: '16:10', exit: 2, isUsual: false },
        ...{ text: 'ledger vote', answer: 'no', line: 7 },
      },
    ]);
    expect(parts('```sh\nledger vote\n```\n')).toMatchObject([
      { as: 'Ada Brook', at: '15:40', exit: 0, isUsual: true, answer: null },
    ]);
  });

  test('has files and pictures', () => {
    expect(parts('```md file=a/b.md\n# A\n```\n\n![The board](../pictures/board.png)\n')).toEqual([
      { kind: 'file', file: 'a/b.md', text: '# A', line: 7 },
      { kind: 'picture', name: 'board', alt: 'The board' },
    ]);
  });

  test.each([
    ['```text\nno\n```', 'an answer without a command'],
    ['```sh\na\n```\n\n```text\nb\n```\n\n```text\nc\n```', 'an answer without a command'],
    ['```sh\na\n```\n\nText.\n\n```text\nb\n```', 'an answer without a command'],
    ['```json\n{}\n```', 'neither typed nor written'],
    ['```sh exits=1\na\n```', 'cannot say exits=1'],
    ['```sh hidden\na\n```', 'cannot say hidden'],
  ])('is refused, with the line: %s', (block, why) => {
    expect(() => readGuidePage('vote', MATTER + block)).toThrow(why);
    try {
      readGuidePage('vote', `${MATTER}\n\n${block}`);
    } catch (error) {
      expect(error).toMatchObject({ place: { file: 'src/guide/pages/vote.md' } });
    }
  });
});

test('links to files of the guide lead to their pages, and headings can be led to', () => {
  const [part] = parts('See [why](voting.md#late), [here](/audit/).\n\n### A `b` c\n');
  if (part?.kind !== 'prose') throw new Error('no prose');
  const html = renderProse(part.nodes, (page) => `/guide/${page}/`);
  expect(html).toContain('href="/guide/voting/#late"');
  expect(html).toContain('href="/audit/"');
  expect(html).toContain('<h3 id="a-b-c">');
});
