import {
  DEFAULT_LABELS,
  DEFAULT_SECTIONS,
  type Policy,
  SECTIONS,
  type Section,
} from '../../src/records/index.ts';
import type { ChangeText } from './change-text.ts';

const SECURITY = /\bCVE-\d{4}-\d{4,}\b|\bGHSA(?:-[0-9a-z]{4}){3}\b/i;
/** The first word of a plain title, where no conventional type says what the change is. */
const FIRST_WORDS: [RegExp, Section][] = [
  [
    /^(?:fix(?:e[sd]|ing)?|bug ?fix|correct(?:s|ed)?|resolve[sd]?|prevent(?:s|ed)?|avoid(?:s|ed)?|don'?t|do not|handle[sd]?)\b/i,
    'fixed',
  ],
  [
    /^(?:add(?:s|ed|ing)?|introduc(?:e[sd]?|ing)|implement(?:s|ed|ing)?|support(?:s|ed|ing)?|allow(?:s|ed|ing)?|enabl(?:e[sd]?|ing)|new)\b/i,
    'added',
  ],
  [/^(?:remov(?:e[sd]?|ing)|delet(?:e[sd]?|ing)|drop(?:s|ped|ping)?)\b/i, 'removed'],
];

/**
 * The section of the note that a change stands in. Precedence: breaking, security, labels, deprecation, the
 * policy's section for its type, the usual one, and for a plain title its first word.
 */
export function sectionFor(
  text: Pick<ChangeText, 'title' | 'kind' | 'breaking'>,
  labels: readonly string[],
  policy: Policy,
): Section {
  if (text.breaking) return 'action';
  if (text.kind === 'security' || SECURITY.test(text.title)) return 'security';
  const labelled = sectionOfLabels(labels, policy);
  if (labelled !== null) return labelled;
  if (/^deprecat/i.test(text.title)) return 'deprecated';
  const own = policy.sections[text.kind];
  if (own !== undefined) return own;
  const firstWord = FIRST_WORDS.find(([word]) => word.test(text.title))?.[1];
  if (text.kind === 'other' && firstWord !== undefined) return firstWord;
  if (text.kind === 'feat' && firstWord === 'removed') return 'removed';
  return (DEFAULT_SECTIONS as Record<string, Section>)[text.kind] ?? 'changed';
}

/** The most urgent section that a label names. The policy's labels come before the usual ones. */
function sectionOfLabels(labels: readonly string[], policy: Policy): Section | null {
  if (labels.length === 0) return null;
  const own = new Map(
    Object.entries(policy.labels).map(([label, section]) => [label.toLowerCase(), section]),
  );
  const named = labels.map((label) => (own.has(label) ? own.get(label) : DEFAULT_LABELS[label]));
  return SECTIONS.find(({ id }) => named.includes(id))?.id ?? null;
}
