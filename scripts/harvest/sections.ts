import { DEFAULT_SECTIONS, type Policy, type Section } from '../../src/records/index.ts';
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
 * The section of the note that a change stands in. Precedence: breaking, security, deprecation, the policy's
 * section for its type, the usual one, and for a plain title its first word.
 */
export function sectionFor(text: ChangeText, policy: Policy): Section {
  if (text.breaking) return 'action';
  if (text.kind === 'security' || SECURITY.test(text.title)) return 'security';
  if (/^deprecat/i.test(text.title)) return 'deprecated';
  const own = policy.sections[text.kind];
  if (own !== undefined) return own;
  const firstWord = FIRST_WORDS.find(([word]) => word.test(text.title))?.[1];
  if (text.kind === 'other' && firstWord !== undefined) return firstWord;
  if (text.kind === 'feat' && firstWord === 'removed') return 'removed';
  return (DEFAULT_SECTIONS as Record<string, Section>)[text.kind] ?? 'changed';
}
