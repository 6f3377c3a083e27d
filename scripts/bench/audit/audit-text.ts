import type { AuditFigures } from '../audit.ts';
import { table } from '../table.ts';

/** What no page may exceed. */
const MOST = { nodes: 2500, kilobytes: 200, scriptKilobytes: 40, milliseconds: 200 };

/** Figures for a person: of each limit, how much of it is used. */
export function auditText({ releases, changes, processes, pages, filter }: AuditFigures): string {
  const head = `${releases.toLocaleString('en')} releases, ${changes.toLocaleString('en')} changes`;
  return [
    table(
      [head, 'seconds', 'processor', 'peak MB'],
      processes.map(({ name, seconds, processor, megabytes }) => [
        name,
        seconds.toFixed(1),
        processor?.toFixed(1) ?? '–',
        megabytes?.toFixed(0) ?? '–',
      ]),
    ),
    table(
      ['page', 'DOM nodes', '× limit', 'KB', '× limit', 'script KB', '× limit'],
      pages.map(({ page, nodes, kilobytes, scriptKilobytes, faults }) => [
        `${page}${faults.map((fault) => `\n  ✗ ${fault}`).join('')}`,
        ...[String(nodes), share(nodes, MOST.nodes)],
        ...[kilobytes.toFixed(1), share(kilobytes, MOST.kilobytes)],
        ...[scriptKilobytes.toFixed(1), share(scriptKilobytes, MOST.scriptKilobytes)],
      ]),
    ),
    table(
      [`filter over ${filter.rows.toLocaleString('en')} changes`, 'ms', '× limit'],
      [
        ['first answer, changes fetched', filter.first],
        [`slowest of ${filter.answers - 1} further answers`, filter.slowest],
        ['file of what is filtered', filter.download],
        ['file of everything', filter.wholeDownload],
      ].map(([name, time], index) => [
        String(name),
        Number(time).toFixed(0),
        index < 2 ? share(Number(time), MOST.milliseconds) : '–',
      ]),
    ),
  ].join('\n');
}

function share(figure: number, limit: number): string {
  return (figure / limit).toFixed(2);
}
