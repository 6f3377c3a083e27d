import type { Ballot } from './ballot.ts';
import { sentencesOf, type Token, tokensOf } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whether a vote is about the release that votes are collected for. */
export type Subject = { is: 'this' } | { is: 'other' } | { is: 'unsure'; because: string };

/** Texts that tell what a vote is about, the nearest first. */
export interface SubjectTexts {
  ballot: Ballot & { is: 'vote' };
  spoken: string;
  /** The message that it answers; null for one that answers none. */
  called: string | null;
  /** Whether it or its call names a commit or an image of the release. */
  namesBuild: boolean;
}

/**
 * The nearest word counts: a version in the voting sentence, then in the call that it answers, then elsewhere in the
 * message. Without any version the product has to be named, and something of this release alone.
 */
export function subjectOf(texts: SubjectTexts, vocabulary: Vocabulary): Subject {
  const { ballot, spoken, called, namesBuild } = texts;
  const own = tokensIn(spoken, vocabulary);
  const root = called === null ? [] : tokensIn(called, vocabulary);
  if (isOfOther(ballot.about) ?? isOfOther(own) ?? isOfOther(root)) return { is: 'other' };
  const versions = versionsIn(ballot.about, vocabulary);
  if (versions.length > 0) return { is: versions.includes(vocabulary.version) ? 'this' : 'other' };
  const told = [root, own].map((of) => versionsIn(of, vocabulary)).find((of) => of.length > 0);
  if (told !== undefined) return amongVersions(told, vocabulary, namesBuild);
  if (![...own, ...root].some(({ kind }) => kind === 'product'))
    return { is: 'unsure', because: 'it names neither product nor version' };
  return namesBuild
    ? { is: 'this' }
    : { is: 'unsure', because: 'it names the product, but neither version nor a commit of the release' };
}

/** Whether any of the texts names the product or the version, however it does. */
export function speaksOf(texts: readonly string[], vocabulary: Vocabulary): boolean {
  return texts
    .flatMap((text) => tokensIn(text, vocabulary))
    .some(
      (token) =>
        token.kind === 'product' || (token.kind === 'version' && token.version === vocabulary.version),
    );
}

function tokensIn(text: string, vocabulary: Vocabulary): Token[] {
  return sentencesOf(text).flatMap((sentence) => tokensOf(sentence, vocabulary));
}

/** Whether only other products are named; null where none is. */
function isOfOther(tokens: readonly Token[]): boolean | null {
  const named = tokens.filter(({ kind }) => kind === 'product' || kind === 'other-product');
  return named.length === 0 ? null : named.every(({ kind }) => kind === 'other-product');
}

/** Versions behind the product's name; where there are none, all but those of modules and of other products. */
function versionsIn(tokens: readonly Token[], { version: wanted }: Vocabulary): string[] {
  const named = tokens.flatMap((token, at) =>
    token.kind === 'version' ? [{ version: token.version, of: tokens[at - 1]?.kind }] : [],
  );
  const ofProduct = named.filter(({ of }) => of === 'product');
  const others = named.filter(
    ({ version, of }) => version === wanted || (of !== 'module' && of !== 'other-product'),
  );
  return [...new Set((ofProduct.length > 0 ? ofProduct : others).map(({ version }) => version))];
}

/** Whoever calls for votes may name the version before as well: then the commit tells which one is meant. */
function amongVersions(versions: readonly string[], { version }: Vocabulary, namesBuild: boolean): Subject {
  if (!versions.includes(version)) return { is: 'other' };
  if (versions.length === 1 || namesBuild) return { is: 'this' };
  return { is: 'unsure', because: 'it names several versions' };
}
