import type { Participant } from '../row.ts';

/** What nobody can show. No cell is ever empty: what is not there says so, and what is not known as well. */
export const UNPROVEN = 'unproven';
/** What is known not to be there. */
export const NONE = 'none';

/** Line breaks, other controls and marks that change the direction of text: a cell is one line that reads as it is. */
const HARMFUL = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
/** Parts of a list stand between these, so that no part may have one. */
const BETWEEN = ' | ';

/** A value as a cell says it: harmful characters spelled out, as "⟨U+202E⟩". */
export function textCell(text: string | number | null, without = UNPROVEN): string {
  const whole = text === null ? '' : String(text).toWellFormed().replace(HARMFUL, spelledOut).trim();
  return whole === '' ? without : whole;
}

/** Several values in one cell, " | " between them; none is said, and so is what is not known. */
export function listCell(texts: readonly (string | null)[] | null): string {
  if (texts === null) return UNPROVEN;
  const parts = texts.map((text) => textCell(text).replaceAll('|', spelledOut));
  return parts.length === 0 ? NONE : parts.join(BETWEEN);
}

/** Roles that one person held on the day. */
export function rolesCell(roles: readonly string[] | null): string {
  if (roles === null) return UNPROVEN;
  return roles.length === 0 ? NONE : textCell(roles.join(' + '));
}

/** One thing of each of several people, in the same order in every column. */
export function peopleCell(
  people: readonly Participant[] | null,
  of: (participant: Participant) => string | null,
): string {
  return listCell(people === null ? null : people.map(of));
}

function spelledOut(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
