import { createHash } from 'node:crypto';
import type { Candidate, NumberAnswer, ReleaseAnswer, RepositoryAnswer, UpdatedAnswer } from './answers.ts';
import {
  candidatesQuery,
  connectionQuery,
  OVERVIEW,
  PULL_CONNECTIONS,
  pullRequestsQuery,
} from './queries.ts';

/** A line of the file: one answer, or what is to be forgotten. The last line about a thing holds. */
export type KeptLine =
  | { kept: 'release-ledger/github'; form: string }
  | { repository: RepositoryAnswer; asOf: string }
  | { commit: string; candidates: Candidate[] | null }
  | { number: number; answer: NumberAnswer }
  | { stale: number }
  | { forget: string }
  | { late: UpdatedAnswer }
  | { found: number }
  | { tag: string; release: ReleaseAnswer };

/** The first line. Answers to other questions are of no use: it tells which were asked. */
export function headLine(): KeptLine {
  const questions = [
    OVERVIEW,
    candidatesQuery([]),
    pullRequestsQuery([]),
    ...PULL_CONNECTIONS.map(connectionQuery),
  ];
  const form = createHash('sha256').update(questions.join('\n')).digest('hex');
  return { kept: 'release-ledger/github', form };
}

/** A line as it was kept; null for one that is damaged. */
export function parsedLine(text: string): KeptLine | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as KeptLine) : null;
  } catch {
    return null;
  }
}
