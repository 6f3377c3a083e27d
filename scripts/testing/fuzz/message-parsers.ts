import { chartDependencies, dependenciesIn } from '../../parse/chart.ts';
import { splitChart } from '../../parse/deployments/chart-column.ts';
import { repositoryOnHost } from '../../parse/github/address.ts';
import { foreignLine, foreignText, platformInstant } from '../../parse/github/values.ts';
import { backportMark } from '../../parse/message/backport.ts';
import { breakingFooter, parseConventional } from '../../parse/message/conventional.ts';
import { dependencyBump } from '../../parse/message/dependency-bump.ts';
import { listedNumbers, namedNumbers, titleInList } from '../../parse/message/numbers.ts';
import { revertMark } from '../../parse/message/revert.ts';
import { firstLine, splitMessage, withoutAddresses, withoutControls } from '../../parse/message/text.ts';
import { coAuthors, issueNumbers } from '../../parse/message/trailers.ts';
import { guessPatterns, tagFamilies, versionOfTag } from '../../parse/tag-patterns.ts';
import { type FuzzedParser, ofText } from './fuzz.ts';

const MESSAGES = [
  'feat(api)!: add a list (#12)\n\nBREAKING CHANGE: it is new\n\nCo-authored-by: Ada Lo <ada@example.org>\nFixes #3\n',
  'Merge pull request #7 from acme/topic\n\nMend the list\n',
  'Revert "fix: mend (#3)" (#9)\n\nThis reverts commit 9f2c1ab0d1e2f3a4b5c6d7e8f90123456789abcd.\n',
  '[release-1.2] Bump lodash from 4.17.20 to 4.17.21 (#44)\n\n(cherry picked from commit 9f2c1ab0d1e2f3a4b5c6d7e8f90123456789abcd)\n',
  'Merge #3 #4\n\n3: One r=ada a=bo\n4: Two r=ada a=bo\n\n* first (#5)\n* second (#6)\n',
  'chore: [skip ci] see https://github.com/acme/core/pull/3, acme/core#4 and GH-5 — ada@example.org\n',
];
const CHART = `apiVersion: v2
name: core
version: 1.2.3
dependencies:
  - name: api
    version: "~1.2"
    repository: https://charts.example.org
    alias: core-api
  - { name: redis, version: 18.1.0, repository: "oci://example.org/charts", condition: redis.enabled }
`;
const TAGS = 'v1.2.3\nrelease-1.2.0-RC1\ncore/v2.0.0\n2024.01.02\nchart-1-2-0-9f2c1ab\n';

/** What reads words of commits, tags and charts. */
export const MESSAGE_PARSERS: readonly FuzzedParser[] = [
  ...messageParsers(),
  ofText('chart dependencies', [CHART], (text) => chartDependencies(text, 'Chart.yaml')),
  ofText('locked dependencies', [CHART], (text) => dependenciesIn(text, 'Chart.lock')),
  ofText('tags', [TAGS], (text) => {
    const tags = text.split('\n');
    guessPatterns(tags, ['core', 'chart']);
    tagFamilies(tags);
    for (const tag of tags) versionOfTag(tag, ['v{version}', '{version}', tags[0] ?? '{version}']);
  }),
  ofText('a chart’s column', ['director-api-1.12.3-rc.1+build', 'core-1-2-0-9f2c1ab'], (text) =>
    splitChart(text, ['director', 'director-api']),
  ),
  ofText('values of a platform', ['2026-02-03T10:00:00Z', 'git@github.com:acme/core.git'], (text) => {
    foreignText(text);
    foreignLine(text);
    repositoryOnHost(text, 'github.com');
  }),
  ofText('instants of a platform', ['2026-02-03T10:00:00Z'], (text) => {
    if (!Number.isNaN(Date.parse(text))) platformInstant(text);
  }),
];

function messageParsers(): FuzzedParser[] {
  const parsers: [string, (subject: string, body: string, whole: string) => unknown][] = [
    ['numbers', namedNumbers],
    ['listed numbers', (_, body) => [listedNumbers(body), titleInList(body, 4)]],
    ['backports', (subject, body) => backportMark(subject, body, 'release-1.2')],
    ['reverts', (subject, body) => revertMark(subject, body, 'revert-9-topic')],
    ['conventional commits', (subject, body) => [parseConventional(subject), breakingFooter(body)]],
    ['dependency bumps', dependencyBump],
    ['trailers', (_, body, whole) => [coAuthors(body), issueNumbers(whole)]],
    ['texts', (_, __, whole) => [firstLine(whole), withoutAddresses(whole), withoutControls(whole)]],
  ];
  return parsers.map(([name, parse]) =>
    ofText(`messages: ${name}`, MESSAGES, (text) => {
      const { subject, body } = splitMessage(text);
      return parse(subject, body, text);
    }),
  );
}
