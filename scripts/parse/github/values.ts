import type { Account } from '../../../src/records/index.ts';
import type { ActorAnswer } from '../../sources/github/answers.ts';
import { withoutAddresses, withoutControls } from '../message/text.ts';

const KINDS: Record<string, Account['kind']> = {
  User: 'user',
  EnterpriseUserAccount: 'user',
  Bot: 'bot',
  Organization: 'organization',
  Mannequin: 'placeholder',
};

/** An account as records have it; null for one that is gone. */
export function accountOf(actor: ActorAnswer | null): Account | null {
  if (actor === null) return null;
  const id = actor.databaseId == null ? {} : { id: actor.databaseId };
  return { login: actor.login, ...id, kind: KINDS[actor.__typename] ?? 'user' };
}

/** A platform's time in the form of records, to the second. */
export function platformInstant(time: string): string {
  return `${new Date(time).toISOString().slice(0, 19)}+00:00`;
}

/** Text of strangers as records keep it: without addresses and without what could disguise it. */
export function foreignText(text: string): string {
  return withoutControls(withoutAddresses(text.replace(/\r\n?/g, '\n'))).trim();
}

/** Text that stands in one line. */
export function foreignLine(text: string): string {
  return foreignText(text).replace(/\s+/g, ' ');
}

/** The objects of a list, without those that may not be read. */
export function present<Node>(list: { nodes: (Node | null)[] } | null): Node[] {
  return list?.nodes.filter((node) => node !== null) ?? [];
}

/** An enumeration's value in the manner of records: "CHANGES_REQUESTED" is "changes-requested". */
export function worded(value: string): string {
  return value.toLowerCase().replaceAll('_', '-');
}
