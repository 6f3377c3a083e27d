import type { Decision } from '../../../src/records/index.ts';
import type { Named, Vocabulary } from './vocabulary.ts';

/** A piece of a sentence. */
export type Token =
  | Named
  | { kind: 'decision'; decision: Decision; isLoud: boolean }
  | { kind: 'version'; version: string }
  | { kind: 'build' }
  | { kind: 'word'; word: string }
  | { kind: 'sign'; sign: string };

/** Cuts text into sentences: at line ends, and at full stops that a space follows. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?;])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Faces, signs and addressed people say nothing about a release. */
const SKIPPED =
  /\s+|:[a-z0-9_+'-]{2,}:|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F|\u20E3)+|@[\p{L}\p{N}_.-]*/iuy;

/** "go-live" and "go.mod" are other words. */
const NOT_A_PART = '(?![\\p{L}\\p{N}_]|[-.][\\p{L}\\p{N}])';
const NO_GO = new RegExp(`no(?:[ \\t]*[-_\\u2010-\\u2014][ \\t]*|[ \\t]*)go${NOT_A_PART}`, 'iuy');
const GO = new RegExp(`go${NOT_A_PART}`, 'iuy');
const VETO = new RegExp(`veto(?:es|ing)?${NOT_A_PART}`, 'iuy');
const ABSTAIN = new RegExp(`abstain(?:s|ing)?${NOT_A_PART}`, 'iuy');

const DIGEST = /sha256:[0-9a-f]{64}/iuy;
const COMMIT = /(?=\p{L}*\p{N})(?=\p{N}*\p{L})[0-9a-f]{7,64}(?![\p{L}\p{N}_])/iuy;
const VERSION = /v?(\d+(?:\.\d+)+(?:[-+][0-9A-Za-z]+(?:[.+-][0-9A-Za-z]+)*)?)(?![\p{L}\p{N}_]| ?%|\.\d)/iuy;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}_'’]*/uy;

/** Takes a sentence apart. */
export function tokensOf(sentence: string, vocabulary: Vocabulary): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < sentence.length) {
    const skipped = lengthAt(SKIPPED, sentence, at);
    if (skipped > 0) at += skipped;
    else {
      const { token, length } = tokenAt(sentence, at, vocabulary);
      tokens.push(token);
      at += length;
    }
  }
  return tokens;
}

interface Found {
  token: Token;
  length: number;
}

function tokenAt(sentence: string, at: number, vocabulary: Vocabulary): Found {
  return (
    decisionAt(sentence, at) ??
    nameAt(sentence, at, vocabulary) ??
    buildAt(sentence, at) ??
    versionAt(sentence, at, vocabulary) ??
    wordAt(sentence, at)
  );
}

/** Loud are words that nobody writes like this by chance: "GO" in capitals, and all but "go". */
function decisionAt(sentence: string, at: number): Found | null {
  const found = (pattern: RegExp, decision: Decision, isLoud = true): Found | null => {
    const length = lengthAt(pattern, sentence, at);
    return length === 0 ? null : { token: { kind: 'decision', decision, isLoud }, length };
  };
  return (
    found(NO_GO, 'no-go') ??
    found(GO, 'go', sentence.startsWith('GO', at)) ??
    found(VETO, 'veto') ??
    found(ABSTAIN, 'abstain')
  );
}

function nameAt(sentence: string, at: number, { phrases }: Vocabulary): Found | null {
  for (const { pattern, named } of phrases) {
    const length = lengthAt(pattern, sentence, at);
    if (length > 0) return { token: named, length };
  }
  return null;
}

function buildAt(sentence: string, at: number): Found | null {
  const length = lengthAt(DIGEST, sentence, at) || lengthAt(COMMIT, sentence, at);
  return length === 0 ? null : { token: { kind: 'build' }, length };
}

/** Three parts make a version; "2.5 hours" is none, unless the product has a version 2.5. */
function versionAt(sentence: string, at: number, { versions }: Vocabulary): Found | null {
  VERSION.lastIndex = at;
  const [text = '', told = ''] = VERSION.exec(sentence) ?? [];
  // An image's tag puts the commit behind the version.
  const version = versions.has(told) ? told : told.replace(/-[0-9a-f]{7,40}$/, '');
  const isVersion = versions.has(version) || /^\d+\.\d+\.\d+(?![.\d])/.test(version);
  return text === '' || !isVersion ? null : { token: { kind: 'version', version }, length: text.length };
}

function wordAt(sentence: string, at: number): Found {
  const length = lengthAt(WORD, sentence, at);
  if (length > 0)
    return { token: { kind: 'word', word: sentence.slice(at, at + length).toLowerCase() }, length };
  const sign = String.fromCodePoint(sentence.codePointAt(at) ?? 0);
  return { token: { kind: 'sign', sign }, length: sign.length };
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
