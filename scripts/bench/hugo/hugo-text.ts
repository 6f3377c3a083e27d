import type { HugoFigures } from '../hugo.ts';
import { table } from '../table.ts';

/** Both generators side by side, for a person. */
export function hugoText({ figures, ratio, version }: HugoFigures): string {
  const rows = figures.map(({ name, seconds, megabytes, pages, pageMegabytes, files }) => [
    name,
    seconds.toFixed(1),
    megabytes?.toFixed(0) ?? '–',
    String(pages),
    pageMegabytes.toFixed(1),
    String(files),
  ]);
  const heads = ['in the same rounds', 'seconds', 'peak MB', 'pages', 'MB of pages', 'files'];
  return `${table(heads, rows)}${ratio.toFixed(1)} × Hugo ${version}, which draws no pictures and writes no search index\n`;
}
