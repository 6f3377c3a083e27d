import type { ControlId, Waiver } from '../records/index.ts';
import type { Reason } from './control.ts';
import type { Dossier, Written } from './dossier.ts';

/** Controls that nobody can answer for alone, and what is done in the place of a waiver. */
export const NOT_WAIVABLE: Readonly<Partial<Record<ControlId, string>>> = {
  approvals:
    'One person would say GO for all who have to, past a veto. What cannot wait for votes is an emergency: ledger open --emergency INCIDENT; its votes come later.',
  'bound-votes':
    'It tells which votes count. A vote that is not bound is cast again; a NO-GO that is not clear is cleared up by whoever said it.',
  emergency: 'It is what holds an exception to account: there is none from it.',
};

/** Why a waiver does not count; null where it does. */
export function objectionTo({ data, body }: Written<Waiver>, { policy, now }: Dossier): string | null {
  if (NOT_WAIVABLE[data.control] !== undefined)
    return `the waiver of ${data.by} is void: this cannot be waived`;
  if (data.until <= now) return `the waiver of ${data.by} ended at ${data.until}`;
  if (data.at > now) return `the waiver of ${data.by} begins at ${data.at}`;
  if (!policy.data.roster.some(({ person }) => person === data.by))
    return `the waiver is of "${data.by}", who is not in the roster`;
  return body.trim() === '' ? `the waiver of ${data.by} gives no reason` : null;
}

/** What a valid waiver says. */
export function waiverReason({ data, body, path }: Written<Waiver>): Reason {
  return { text: `waived by ${data.by} until ${data.until}: ${body.trim()}`, record: path };
}
