import type { AccountView } from './account-view.ts';
import type { MarkView } from './mark-view.ts';
import type { TimeView } from './time-view.ts';

/** A piece of a fact's value. */
export type FactPart =
  | { is: 'text'; text: string }
  | { is: 'code'; text: string }
  /** An object id or a digest: short to read, whole in its title. */
  | { is: 'id'; text: string; length: number }
  | { is: 'link'; text: string; href: string }
  | { is: 'time'; time: TimeView }
  | { is: 'account'; account: AccountView }
  | { is: 'mark'; mark: MarkView };

/** A fact: its name and its value, piece by piece. */
export interface FactView {
  name: string;
  parts: FactPart[];
}

export const textPart = (text: string): FactPart => ({ is: 'text', text });
export const codePart = (text: string): FactPart => ({ is: 'code', text });
export const idPart = (text: string, length = 12): FactPart => ({ is: 'id', text, length });
export const linkPart = (text: string, href: string): FactPart => ({ is: 'link', text, href });
export const timePart = (time: TimeView): FactPart => ({ is: 'time', time });
export const accountPart = (account: AccountView): FactPart => ({ is: 'account', account });
export const markPart = (kind: MarkView['kind'], mark: string, text: string): FactPart => ({
  is: 'mark',
  mark: { kind, mark, text },
});

/** Facts with a value, of pairs of which some have none. */
export function factsOf(...pairs: [string, FactPart | readonly FactPart[] | undefined][]): FactView[] {
  return pairs.flatMap(([name, value]) => {
    const parts = value === undefined ? [] : 'is' in value ? [value] : [...value];
    return parts.length === 0 ? [] : [{ name, parts }];
  });
}
