import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ProductInput, SCHEMA_VERSION } from '../../../src/records/index.ts';
import { markdownFile, type Yaml } from '../../store/yaml-lines.ts';
import { lineNotes, type ManyReleases, type ToldNote } from './line-notes.ts';
import { plannedLines, RELEASES_PER_LINE, versionIn } from './planned-line.ts';
import { HEADINGS, MODULES } from './told-entry.ts';

const PRODUCT = 'schooner';
const UNTIL = '2026-09-25T11:30:00+00:00';
const WIDE_ENTRIES = 600;

const FACTS: ProductInput = {
  schema: SCHEMA_VERSION,
  name: 'Schooner',
  summary: 'Carries what others wait for.',
  modules: [...MODULES],
  features: [
    { id: 'night', name: 'Night crossings' },
    { id: 'fog', name: 'Fog signals' },
  ],
  compatibility: [
    { id: 'kubernetes', name: 'Kubernetes' },
    { id: 'helm', name: 'Helm' },
  ],
};

/** A product that was written, and versions of it that tests look for. */
export interface WrittenProduct {
  product: string;
  releases: number;
  /** All versions, the oldest line first. */
  versions: string[];
  /** The one with very many entries. */
  widest: string;
  /** The newest that is no prerelease. */
  newest: string;
}

/**
 * Writes the public records of a product with at least so many releases over eight years: candidates, branches of
 * patches, breaking changes, deprecations, known issues, vulnerabilities. Always the same bytes.
 */
export function writeManyReleases(content: string, releases: number): WrittenProduct {
  const lines = plannedLines(Math.ceil(releases / RELEASES_PER_LINE), UNTIL);
  const wide = { line: Math.max(0, lines.length - 3), entries: WIDE_ENTRIES };
  const all: ManyReleases = { product: PRODUCT, lines, wide };
  const notes = lines.flatMap((line) => lineNotes(line, all));
  write(
    content,
    ['products', `${PRODUCT}.md`],
    markdownFile(FACTS as FileFields, 'Schooner sails by night.\n'),
  );
  for (const note of notes) write(content, ['notes', PRODUCT, `${note.fields.version}.md`], noteText(note));
  const versions = notes.map(({ fields }) => fields.version);
  const wideLine = lines[wide.line];
  return {
    ...{ product: PRODUCT, releases: versions.length, versions },
    widest: wideLine === undefined ? '' : versionIn(wideLine, 0),
    newest: versions.at(-1) ?? '',
  };
}

type FileFields = { [key: string]: Yaml };

function noteText({ fields, entries, issues }: ToldNote): string {
  const known = issues.length === 0 ? {} : { known: issues.map(({ facts }) => facts) };
  const facts = { ...fields, ...known, entries: entries.map(({ facts }) => facts) };
  const sections = HEADINGS.flatMap((heading) => {
    const bullets = entries.filter((entry) => entry.heading === heading);
    return sectionText(
      heading,
      bullets.map(({ words, facts }) => ({ words, id: facts.id })),
    );
  });
  const wrong = sectionText(
    'Known issues',
    issues.map(({ words, facts }) => ({ words, id: facts.id })),
  );
  return markdownFile(facts as FileFields, [...sections, ...wrong].join('\n'));
}

function sectionText(heading: string, bullets: readonly { words: string; id: string }[]): string[] {
  if (bullets.length === 0) return [];
  return [`## ${heading}\n\n${bullets.map(({ words, id }) => `- ${words} {#${id}}\n`).join('')}`];
}

function write(content: string, parts: readonly string[], text: string): void {
  const file = path.join(content, ...parts);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
