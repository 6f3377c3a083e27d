import type { Place } from '../../src/records/index.ts';

/** How bad a finding is, the worst first. "broken" alone makes the command say no. */
export const SEVERITIES = ['broken', 'gap', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What mends a finding. */
export type Mend =
  /** A verb of ours with its options, without the name of the command and without "--content". */
  | { kind: 'ledger'; words: readonly string[] }
  /** A line for the shell. */
  | { kind: 'shell'; line: string }
  /** What a person writes by hand, as a sentence. */
  | { kind: 'edit'; text: string };

/** Something that is not as it should be. */
export interface Finding {
  /** Stays the same from version to version, as "role-without-person". */
  id: string;
  severity: Severity;
  /** The product that it is of; null for the machine and for the ledger as a whole. */
  product: string | null;
  /** What is so, in one sentence. */
  says: string;
  /** Where; a file of the ledger counts from the content folder on. */
  place?: Place;
  mend: Mend;
}

/** Mends by a verb of ours. */
export function verb(...words: string[]): Mend {
  return { kind: 'ledger', words };
}

/** Mends by a line for the shell. */
export function shell(line: string): Mend {
  return { kind: 'shell', line };
}

/** Mends by what a person writes. */
export function edit(text: string): Mend {
  return { kind: 'edit', text };
}
