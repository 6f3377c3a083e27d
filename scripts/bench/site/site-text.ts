import { hugoText } from '../hugo/hugo-text.ts';
import type { SiteFigures } from '../site.ts';
import { table } from '../table.ts';

/** What no page may exceed when it is opened. What it fetches to answer a question comes on top. */
const MOST = { nodes: 2500, kilobytes: 100, scriptKilobytes: 15 };

/** Figures for a person: what the build cost, and of each limit how much of it is used, the heaviest page first. */
export function siteText({ releases, build, pages, files, visited, documents, hugo }: SiteFigures): string {
  const heaviestFirst = visited.toSorted((a, b) => b.kilobytes - a.kilobytes);
  return [
    table(
      [`${releases.toLocaleString('en')} releases`, 'seconds', 'peak MB', 'pages', 'files', 'pages/s'],
      [
        [
          'public edition',
          build.seconds.toFixed(1),
          build.megabytes?.toFixed(0) ?? '–',
          ...[String(pages), String(files), (pages / build.seconds).toFixed(0)],
        ],
      ],
    ),
    table(
      ['page', 'DOM nodes', '× limit', 'KB', '× limit', 'script KB', '× limit'],
      heaviestFirst.map(({ page, nodes, kilobytes, scriptKilobytes, faults }) => [
        `${page}${faults.map((fault) => `\n  ✗ ${fault}`).join('')}`,
        ...[String(nodes), (nodes / MOST.nodes).toFixed(2)],
        ...[kilobytes.toFixed(1), (kilobytes / MOST.kilobytes).toFixed(2)],
        ...[scriptKilobytes.toFixed(1), (scriptKilobytes / MOST.scriptKilobytes).toFixed(2)],
      ]),
    ),
    table(
      ['document', 'KB'],
      documents.map(({ file, kilobytes }) => [file, kilobytes.toFixed(1)]),
    ),
    hugo === null ? 'There is no hugo on the PATH: nothing is measured beside it.\n' : hugoText(hugo),
  ].join('\n');
}
