import { parseChangeBody } from '../../../src/markdown/change-body.ts';
import { parseCommitTable } from '../../../src/markdown/commit-table.ts';
import { escapeInline } from '../../../src/markdown/escape.ts';
import { parseNoteBody } from '../../../src/markdown/note-body.ts';
import { definitionsOf, renderBlocks, renderLine } from '../../../src/markdown/render.ts';
import { backportSource } from '../../parse/pull-request/backport-source.ts';
import { bulletMarkdown } from '../../parse/pull-request/bullet-markdown.ts';
import { htmlWords } from '../../parse/pull-request/html-words.ts';
import { noteFences } from '../../parse/pull-request/note-fences.ts';
import { noteSection } from '../../parse/pull-request/note-section.ts';
import { noteWords } from '../../parse/pull-request/note-words.ts';
import { overrideEntries } from '../../parse/pull-request/override-block.ts';
import { visibleLines } from '../../parse/pull-request/visible-lines.ts';
import { connectedIssues } from '../../parse/pull-request/zenhub.ts';
import { readBallot } from '../../parse/slack/ballot.ts';
import { readMarkup } from '../../parse/slack/markup.ts';
import { namedBuilds } from '../../parse/slack/named-builds.ts';
import { subjectOf } from '../../parse/slack/subject.ts';
import { vocabularyOf } from '../../parse/slack/vocabulary.ts';
import { type FuzzedParser, ofText } from './fuzz.ts';

const DESCRIPTIONS = [
  '<!-- a hint -->\n## What\n\nIt *mends* the [list](docs/a.md), see #3.\n\n```release-note\nThe list is whole again.\n```\n',
  '### Release note\n\n- **One**: `code`\n- Two ~~not~~ <b>bold</b>\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nConnected to acme/core#5\n',
  'BEGIN_COMMIT_OVERRIDE\nfix(api): mend (#3)\n\nfeat: add\nEND_COMMIT_OVERRIDE\n\n> quoted\n\n![image](x.png)\n<details><summary>More</summary>text</details>\n',
  'Backport of #12 to release-1.2\n\nZenHub: closes acme/web#7, depends on https://github.com/acme/web/pull/8\n',
];
const NOTE = `Words before.

## Added

- A list that sorts {#core-12}
  with a second line
- Withdrawn in 1.2.1: a thing {#core-13 core-14}

## Fixed

- [Link](https://example.org) and \`code\` {#core-15}

[later]: https://example.org/later
`;
const TABLE = `| commit | module | change | pull request | became | reason |
| --- | --- | --- | --- | --- | --- |
| 9f2c1ab0d1e2f3a4b5c6d7e8f90123456789abcd | core | core-12 | 12 | published |  |
| 77aa55bb77aa55bb77aa55bb77aa55bb77aa55bb | core | – | – | excluded | a rule: a \\| b |
`;
const CHANGE = '## Message\n\n```text\nfeat: add (#12)\n```\n\n## Pull request 12\n\n````text\n```x\n````\n';
const SPOKEN = [
  ':white_check_mark: GO for lantern 1.12.0 from <@U012QA>, commit `9f2c1ab` <https://example.org/9f2c1ab|build>',
  'NO-GO from QA on 1.12.0: the suite is red. *SRE*: go if it is mended',
  'I approve 1.12.0 &amp; veto 1.11.3, _really_; lantern-api: +1 sha256:5c5c5c',
];
const LANTERN = vocabularyOf({
  version: '1.12.0',
  otherVersions: ['1.11.3'],
  product: { id: 'lantern', names: ['Lantern Cloud'] },
  otherProducts: [{ id: 'harbour', names: ['Harbour'] }],
  roles: [{ id: 'qa', names: ['QA'] }],
  modules: ['lantern', 'lantern-api'],
});
const LINKS = { repositoryUrl: 'https://github.com/acme/core', mayLink: () => true };

/** What reads what people write: descriptions, notes, messages in a channel. */
export const WRITTEN_PARSERS: readonly FuzzedParser[] = [
  ofText('descriptions: words for notes', DESCRIPTIONS, noteWords),
  ofText('descriptions: overrides', DESCRIPTIONS, overrideEntries),
  ofText('descriptions: fences and sections', DESCRIPTIONS, (text) => {
    const lines = visibleLines(text);
    return [noteFences(lines), noteSection(lines)];
  }),
  ofText('descriptions: bullets', DESCRIPTIONS, (text) => bulletMarkdown(text, LINKS)),
  ofText('descriptions: HTML', DESCRIPTIONS, htmlWords),
  ofText('descriptions: issues', DESCRIPTIONS, (text) => connectedIssues(text, 'acme/core')),
  ofText('descriptions: backports', DESCRIPTIONS, (body) =>
    backportSource({
      title: body.slice(0, 40),
      body,
      head: 'backport-12',
      labels: [],
      repository: 'acme/core',
    }),
  ),
  ofText('notes', [NOTE], parseNoteBody),
  ofText('notes as pages', [NOTE, ...DESCRIPTIONS], (text) => [
    renderBlocks(text, { definitions: definitionsOf(text) }),
    renderLine(text.slice(0, 200)),
    escapeInline(text),
  ]),
  ofText('tables of commits', [TABLE], (text) => parseCommitTable(text, 'release.md', 1)),
  ofText('bodies of changes', [CHANGE], parseChangeBody),
  ofText('Slack: markup and builds', SPOKEN, (text) =>
    namedBuilds(readMarkup(text), ['9f2c1ab0d1e2f3a4b5c6d7e8f90123456789abcd']),
  ),
  ofText('Slack: ballots', SPOKEN, (text) => {
    const ballot = readBallot(text, LANTERN);
    if (ballot.is === 'vote') subjectOf({ ballot, spoken: text, called: text, namesBuild: true }, LANTERN);
  }),
];
