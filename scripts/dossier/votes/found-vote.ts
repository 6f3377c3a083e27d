import { fenced } from '../../../src/markdown/change-body.ts';
import type { Vote } from '../../../src/records/index.ts';
import { foreignLine, foreignText } from '../../parse/github/values.ts';

/** A vote that was found somewhere, ready to be put into the records. */
export interface FoundVote {
  vote: Vote;
  body: string;
  /** A part of the body that may come after the vote was recorded; empty where there is none. */
  later: string;
  /** Files of an export that show it: their names there, by "sha256:…" of their bytes. */
  evidence: ReadonlyMap<string, string>;
}

/** Something that looked like a vote and was not taken. */
export interface NotTaken {
  /** Who said it: the person, else the account's name. */
  who: string;
  at: string;
  /** Where: an address, or a file and a time of Slack. */
  where: string;
  /** Its first words. */
  text: string;
  because: string;
}

/** What looking for votes gave. */
export interface Findings {
  found: FoundVote[];
  notTaken: NotTaken[];
}

/** A part of a vote's body beside the argument. */
export interface BodyPart {
  heading: string;
  /** A sentence of ours about it. */
  sentence: string;
  /** Words of strangers. */
  text?: string | undefined;
}

/** The argument, in a fence that nothing in it can close, then what else an auditor must see of the vote. */
export function voteBody(argument: string, parts: readonly BodyPart[] = []): string {
  const text = foreignText(argument);
  return [text === '' ? '' : fenced(text), ...parts.map(partText)].filter((part) => part !== '').join('\n');
}

/** One such part, as it stands in the body. */
export function partText({ heading, sentence, text = '' }: BodyPart): string {
  const said = foreignText(text);
  return `## ${heading}\n\n${sentence}\n${said === '' ? '' : `\n${fenced(said)}`}`;
}

const LONGEST = 120;

/** The first words of a text, in one line. */
export function firstWords(text: string): string {
  const line = foreignLine(text);
  const characters = [...line.slice(0, 2 * LONGEST)];
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
