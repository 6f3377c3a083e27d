import type { Decision } from '../../../src/records/index.ts';
import type { Token } from './tokens.ts';

/** What one sentence says of a vote. */
export type Sentence =
  | { is: 'vote'; decision: Decision; about: Token[]; condition: boolean }
  /** It speaks of voting, and is no clear vote. */
  | { is: 'unclear'; because: string }
  /** It asks others for their votes: "GO/NO-GO at 16:00". */
  | { is: 'call' }
  | { is: 'nothing' };

const NOTHING: Sentence = { is: 'nothing' };

type Deciding = Token & { kind: 'decision' };

/** A sentence is a vote where nothing stands before its GO, and directly behind it, but who votes and on what. */
export function readSentence(tokens: readonly Token[]): Sentence {
  const at = tokens.findIndex(isDecision);
  const decided = tokens[at];
  if (decided === undefined || decided.kind !== 'decision') return NOTHING;
  if (isCall(tokens)) return { is: 'call' };
  const unclear = (because: string): Sentence =>
    tokens.some((token) => isDecision(token) && token.isLoud) ? { is: 'unclear', because } : NOTHING;
  if (signOf(tokens.at(-1)) === '?') return unclear('it asks');
  const before = tokens.slice(0, at);
  if (!isLeadIn(before)) return unclear('other words stand before the vote');
  const { about, rest } = behind(tokens.slice(at + 1), decided.decision);
  const condition = decided.decision === 'go' && CONDITION.test(wordsOf(rest));
  if (!condition && rest[0] !== undefined && !mayFollow(rest[0], decided.decision))
    return unclear('other words stand behind the vote');
  if (saysOther(rest, decided.decision)) return unclear('it says more than one thing');
  if (wordsOf(rest).startsWith('not ')) return unclear('it takes the vote back');
  return { is: 'vote', decision: decided.decision, about: [...before, ...about], condition };
}

/** "Only if QA agrees" behind a GO makes it none. */
export function isConditional(tokens: readonly Token[]): boolean {
  return /^(?:but )?(?:only (?:if|once|when|after)|provided|unless|pending|subject to)\b/.test(
    wordsOf(tokens),
  );
}

function isDecision(token: Token): token is Deciding {
  return token.kind === 'decision';
}

/** "GO/NO-GO at 16:00", "go or no-go": who calls for votes casts none. */
function isCall(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, at) =>
      isDecision(token) &&
      (signOf(tokens[at + 1]) === '/' || wordOf(tokens[at + 1]) === 'or') &&
      tokens[at + 2]?.kind === 'decision',
  );
}

const ITEM = [
  '[RMPVB]',
  '[-:,;.!()\\[\\]|#&+–—…·•>"\'“”]',
  '(?:my|our|final|the|this|a|an|on|of|for|from|as|and|here|still|clear|definite|strong|hard|big)',
  '(?:votes?|voting|decision|status|sign|off|signoff|release|version|module|team|side|says?)',
  "(?:i|i am|i’m|i'm|im|we|we are|we're|we’re|it's|it’s|that's|that’s)",
  '(?:ok|okay|yes|yep|lgtm|hi|hello|all|everyone|1)',
].join('|');
const LEAD_IN = new RegExp(`^(?:(?:${ITEM}) )*$`);
/** "SRE is GO" and "my vote is GO", not "is it GO". */
const IS = /(?<=\b(?:R|M|vote|decision)(?: [-:,)\]])? )is /g;
/** Longer ones are stories, and would cost time. */
const LONGEST_LEAD_IN = 16;

function isLeadIn(tokens: readonly Token[]): boolean {
  return tokens.length <= LONGEST_LEAD_IN && LEAD_IN.test(`${serial(tokens)} `.replace(IS, '').trimStart());
}

const CONNECTORS = new Set(['for', 'from', 'as', 'by', 'on', 'the', 'this', 'our', 'my', 'of', 'and']);
const OBJECTS = new Set(
  'release version commit build image digest tag module team side me us production prod launch rollout deployment today now'.split(
    ' ',
  ),
);

/** Takes off what the vote is about, and gives the argument that is left. */
function behind(tokens: readonly Token[], decision: Decision): { about: Token[]; rest: readonly Token[] } {
  let end = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !isAbout(token, decision, tokens[at + 1])) break;
    // A connection counts with what it leads to: "go for it" leads to nothing.
    if (!CONNECTORS.has(wordOf(token))) end = at + 1;
  }
  return { about: tokens.slice(0, end), rest: tokens.slice(end) };
}

function isAbout(token: Token, decision: Decision, next: Token | undefined): boolean {
  if (token.kind === 'decision') return token.decision === decision;
  if (token.kind === 'word') return CONNECTORS.has(token.word) || OBJECTS.has(token.word);
  if (token.kind !== 'sign') return true;
  if ('(['.includes(token.sign)) return next !== undefined && isThing(next);
  return ')]'.includes(token.sign) || ('!&,'.includes(token.sign) && next !== undefined && isBuild(next));
}

function isThing(token: Token): boolean {
  return token.kind !== 'word' && token.kind !== 'sign' && token.kind !== 'decision';
}

function isBuild(token: Token): boolean {
  return token.kind === 'version' || token.kind === 'build';
}

const REASONS = new Set(['because', 'since', 'as', 'given', 'due', 'but']);
const REASONS_AGAINST = new Set(['until', 'unless', 'while']);

/** Whether an argument may begin so. A NO-GO needs less to be clear: "NO-GO on storage", "NO-GO until #12 is in". */
function mayFollow(token: Token, decision: Decision): boolean {
  if (token.kind === 'sign') return token.sign !== '?' && token.sign !== '/';
  const word = wordOf(token);
  return REASONS.has(word) || (decision !== 'go' && (REASONS_AGAINST.has(word) || CONNECTORS.has(word)));
}

/** A GO with another decision behind it is none; whoever argues for a NO-GO may speak of a later GO. */
function saysOther(rest: readonly Token[], decision: Decision): boolean {
  return rest.some(
    (token, at) =>
      isDecision(token) &&
      ((decision === 'go' && token.decision !== decision && token.isLoud) || isOfRole(rest.slice(0, at))),
  );
}

/** "SRE: GO, QA: GO" tells what several said. */
function isOfRole(before: readonly Token[]): boolean {
  const last = before.findLast((token) => token.kind !== 'sign');
  return last?.kind === 'role';
}

const CONDITION =
  /^(?:but )?(?:only )?(?:if|once|unless|pending|provided|assuming|subject to|conditional|conditionally|as soon as|as long as|after|when|until)\b/;

/** The sentence from its first word on. */
function wordsOf(tokens: readonly Token[]): string {
  return serial(tokens.slice(tokens.findIndex((token) => token.kind !== 'sign')));
}

/** A sentence as text in which each name is one letter. */
function serial(tokens: readonly Token[]): string {
  return tokens.map(letterOf).join(' ');
}

function letterOf(token: Token): string {
  if (token.kind === 'word') return token.word;
  if (token.kind === 'sign') return token.sign;
  if (token.kind === 'decision') return 'D';
  const letters = { role: 'R', module: 'M', product: 'P', 'other-product': 'P', version: 'V', build: 'B' };
  return letters[token.kind];
}

function wordOf(token: Token | undefined): string {
  return token?.kind === 'word' ? token.word : '';
}

function signOf(token: Token | undefined): string {
  return token?.kind === 'sign' ? token.sign : '';
}
