import { type NoteInput, SCHEMA_VERSION } from '../../../src/records/index.ts';
import { markdownFile, type Yaml } from '../../store/yaml-lines.ts';
import { changeWords, instant } from './invented.ts';
import type { PlannedRelease } from './planned-release.ts';

const HEADINGS: readonly (readonly [heading: string, kinds: readonly string[]])[] = [
  ['Added', ['feat']],
  ['Changed', ['perf', 'docs']],
  ['Fixed', ['fix']],
];

/** What customers read of a release: an entry for each of its changes. */
export function noteFile({ product, version, previous, at, modules }: PlannedRelease): string {
  const entries = modules.flatMap(({ id, numbers }) =>
    numbers.map((number) => ({
      id: `${id}-${number}`,
      module: id,
      pullRequest: number,
      ...changeWords(number),
    })),
  );
  const fields: NoteInput = {
    schema: SCHEMA_VERSION,
    product,
    version,
    date: instant(at),
    prerelease: false,
    previous,
    entries: entries.map(({ title: _, ...entry }) => entry),
  };
  const sections = HEADINGS.flatMap(([heading, kinds]) => {
    const own = entries.filter(({ kind }) => kinds.includes(kind));
    return own.length === 0 ? [] : [`## ${heading}\n\n${own.map(bullet).join('')}`];
  });
  return markdownFile(fields as { [key: string]: Yaml }, sections.join('\n'));
}

function bullet({ id, title }: { id: string; title: string }): string {
  return `- ${title.charAt(0).toUpperCase()}${title.slice(1)} {#${id}}\n`;
}
