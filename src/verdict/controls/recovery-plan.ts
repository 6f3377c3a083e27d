import { type HeadedSection, headedSections } from '../../history/headed-sections.ts';
import { joined } from '../../history/joined.ts';
import { placeholderIn } from '../../history/placeholders.ts';
import type { Policy, Recovery } from '../../records/index.ts';
import {
  ISO_BACKUP,
  ISO_CHANGES,
  PCI_CHANGES,
  SOC_2_AVAILABILITY,
  SOC_2_CHANGES,
  SOC_2_RECOVERY,
} from '../clauses.ts';
import { type Control, type Finding, finding, type Reason } from '../control.ts';
import type { Dossier, Written } from '../dossier.ts';
import { type StatefulPart, statefulParts } from '../stateful-parts.ts';

/** Somebody thought of what is done when the release fails, and can be called. */
export const recoveryPlan: Control = {
  id: 'recovery-plan',
  sentence:
    'There is a plan for the case that the release fails, with its special provisions and people to call; it speaks of parts that keep data, and of a backup where something cannot be taken back.',
  clauses: [SOC_2_CHANGES, SOC_2_RECOVERY, SOC_2_AVAILABILITY, ISO_CHANGES, ISO_BACKUP, PCI_CHANGES],
  examine,
};

function examine(dossier: Dossier): Finding {
  const { recovery, version, policy } = dossier;
  if (recovery === null)
    return finding([], [{ text: `nobody wrote a recovery plan for ${version}`, record: null }], []);
  const sections = headedSections(recovery.body);
  const parts = statefulParts(dossier);
  const failures = [
    ...SECTIONS.flatMap((wanted) => sectionGap(wanted, sections) ?? []),
    ...backupGap(recovery.data, sections),
  ];
  return finding(
    [...failures.map(reasonOf(recovery)), ...unnamedParts(recovery, parts)],
    unknownPeople(recovery.data, policy.data).map(reasonOf(recovery)),
    [passText(recovery.data, parts)].map(reasonOf(recovery)),
  );
}

function reasonOf({ path }: Written<Recovery>): (text: string) => Reason {
  return (text) => ({ text, record: path });
}

interface WantedSection {
  heading: string;
  /** "None" is an answer. */
  mayBeNone: boolean;
}

const SECTIONS: readonly WantedSection[] = [
  { heading: 'Plan', mayBeNone: false },
  { heading: 'Special provisions', mayBeNone: true },
  { heading: 'On call', mayBeNone: false },
];

function find(heading: string, sections: readonly HeadedSection[]): HeadedSection | undefined {
  return sections.find((section) => section.heading.toLowerCase() === heading.toLowerCase());
}

function sectionGap(
  { heading, mayBeNone }: WantedSection,
  sections: readonly HeadedSection[],
): string | null {
  const section = find(heading, sections);
  if (section === undefined) return `there is no section "${heading}"`;
  const text = section.text.trim();
  if (text === '') return `the section "${heading}" is empty`;
  if (!mayBeNone && /^(?:none|n\/a|-|–)\.?$/i.test(text))
    return `the section "${heading}" says only "${text}"`;
  const placeholder = placeholderIn(section.prose);
  return placeholder === null ? null : `the section "${heading}" is not filled in: "${placeholder}"`;
}

const BACKUP = /\bback(?:ed|ing)?[ -]?ups?\b|\bsnapshots?\b|\bdump(?:s|ed)?\b|\brestor(?:e|es|ed|ing)\b/i;

/** What cannot be taken back can only be put back from a copy. */
function backupGap({ irreversible }: Recovery, sections: readonly HeadedSection[]): string[] {
  if (!irreversible || BACKUP.test(find('Plan', sections)?.text ?? '')) return [];
  return ['something in it cannot be taken back, and the plan speaks of no backup'];
}

function unnamedParts({ data, path }: Written<Recovery>, parts: readonly StatefulPart[]): Reason[] {
  const named = new Set((data.stateful ?? []).map((name) => name.toLowerCase()));
  return parts
    .filter(({ name, alias = name }) => !named.has(name.toLowerCase()) && !named.has(alias.toLowerCase()))
    .map((part) => ({ text: `${movedPart(part)}, and ${path} does not name it`, record: part.record }));
}

/** What the release does with a part, for whoever has to go back. */
function movedPart(part: StatefulPart): string {
  const { version, previous, move } = part;
  const name = partName(part);
  if (move === 'removed') return `${name} ${previous} is removed, and its data stays`;
  if (move === 'added') return `${name} ${version} is new and keeps data`;
  if (move === 'updated' || move === 'downgraded')
    return `${name} moves from ${previous} to ${version} and keeps data`;
  return `${name}${version === null ? '' : ` ${version}`} keeps data`;
}

function partName({ name, alias }: StatefulPart): string {
  return alias === undefined ? name : `${name} as ${alias}`;
}

/** A group is known by a role that somebody holds: whoever is called has to be somebody. */
function unknownPeople({ onCall }: Recovery, { roster }: Policy): string[] {
  const known = roster.flatMap(({ person, roles }) => [person, ...roles.map(({ role }) => role)]);
  return onCall
    .filter((name) => !known.includes(name))
    .map((name) => `"${name}" is on call, and is nobody of the roster and no role that somebody holds`);
}

function passText({ onCall }: Recovery, parts: readonly StatefulPart[]): string {
  const named = parts.length === 0 ? '' : `; it speaks of ${joined(parts.map(spokenPart))}`;
  return `the plan is there, ${joined(onCall)} on call${named}`;
}

function spokenPart(part: StatefulPart): string {
  const { version, previous, move } = part;
  const name = partName(part);
  if (move === 'removed') return `${name} (removed)`;
  if (move === 'added') return `${name} (new)`;
  if (move === 'updated' || move === 'downgraded') return `${name} (from ${previous} to ${version})`;
  return name;
}
