import { isPullRequestNumber } from './pull-request-number.ts';
import { withoutAddresses } from './text.ts';

const CO_AUTHOR = /^Co-authored-by:[ \t]*(.+)$/gim;
const HIDDEN_ADDRESS = /<(?:\d+\+)?([^@<>]+)@users\.noreply\.github\.com>/i;
const ISSUES =
  /\b(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?|refs?|related to|part of|issue)[:\s]+((?:(?:https?:\/\/[^\s/]+\/[\w.-]+\/[\w.-]+\/issues\/|#)\d+(?:\s*(?:,|and)\s*)?)+)/gi;

/** Names or handles of co-authors, each once, in order. */
export function coAuthors(body: string): string[] {
  if (!/co-authored-by/i.test(body)) return [];
  const people = [...body.matchAll(CO_AUTHOR)].map((match) => {
    const value = match[1] ?? '';
    return HIDDEN_ADDRESS.exec(value)?.[1] ?? withoutAddresses(value).trim();
  });
  return [...new Set(people.filter((person) => person !== ''))];
}

/** Issue numbers that a message fixes, closes or refers to, each once, ascending. */
export function issueNumbers(text: string): number[] {
  // Looking for the words is slow, and few messages have a number behind them.
  if (!text.includes('#') && !text.includes('/issues/')) return [];
  const numbers = new Set<number>();
  for (const match of text.matchAll(ISSUES))
    for (const [, digits] of (match[1] ?? '').matchAll(/(?:#|\/issues\/)(\d+)/g)) numbers.add(Number(digits));
  return [...numbers].filter(isPullRequestNumber).sort((a, b) => a - b);
}
