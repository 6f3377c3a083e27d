import {
  DEFAULT_LABELS,
  DEFAULT_SECTIONS,
  headingOf,
  SECTIONS,
  type Section,
} from '../../../src/records/index.ts';
import { parseConventional } from '../message/conventional.ts';
import { sectionOfWords } from './section-words.ts';

/** "[BUGFIX] Rules: …", "**Fixed:** …", "FEATURE: …". */
const MARK = /^(?:\[([A-Za-z][A-Za-z ]*)\]|\*\*([A-Za-z][A-Za-z ]*):?\*\*|([A-Z]{3,}(?: [A-Z]+)?))(?=\W)/;

/**
 * Bullets that stand under no heading: in the sections that their own marks name, else under "Changed". The order of
 * bullets in a section stays.
 */
export function underHeadings(bullets: readonly string[]): string {
  const sorted = Map.groupBy(bullets, sectionOfBullet);
  const named = SECTIONS.filter(({ id }) => sorted.has(id));
  return named.map(({ id }) => `## ${headingOf(id)}\n\n${(sorted.get(id) ?? []).join('\n')}`).join('\n\n');
}

/** The section that a bullet names by a mark of its own, or by its conventional type. */
export function sectionOfBullet(bullet: string): Section {
  const words = bullet.replace(/^\s*[-*+]\s+/, '');
  const [, bracket, bold, capitals] = MARK.exec(words) ?? [];
  const mark = bracket ?? bold ?? capitals;
  if (mark !== undefined) return sectionOfWords(mark) ?? DEFAULT_LABELS[mark.toLowerCase()] ?? 'changed';
  return ofConventional(words.split('\n')[0] ?? '');
}

function ofConventional(line: string): Section {
  const subject = parseConventional(line);
  if (subject === null) return 'changed';
  if (subject.breaking) return 'action';
  if (subject.kind === 'security') return 'security';
  return (DEFAULT_SECTIONS as Record<string, Section>)[subject.kind] ?? 'changed';
}
