/** Where a walk through a JSON text stands: in an array at an index, or in an object at a key. */
export interface Step {
  inArray: boolean;
  index: number;
  key: string;
}

/** Told of every key and of every value's beginning, with the steps that lead to it. */
export interface Listener {
  key?(steps: readonly Step[], start: number): void;
  value?(steps: readonly Step[], start: number, end: number): void;
  opened?(steps: readonly Step[]): void;
}

/** A JSON text that breaks the grammar, or that nests too deep. */
export class JsonBreak extends Error {
  readonly offset: number;

  constructor(what: string, offset: number) {
    super(what);
    this.offset = offset;
  }
}

/** Deeper than any report nests, and shallow enough for functions that call themselves. */
const DEEPEST = 200;

const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Walks through a JSON text (RFC 8259) in one pass without making values of it. What stands within strings is not
 * checked: JSON.parse does that. Throws a JsonBreak with the offset where the grammar breaks.
 */
export function walkJson(text: string, listener: Listener): void {
  const steps: Step[] = [];
  let at = 0;
  do {
    at = toValue(text, at, steps, listener);
    at = toNext(text, at, steps, listener);
  } while (steps.length > 0);
  const rest = skipBlank(text, at);
  if (rest < text.length) throw new JsonBreak('something follows the end of the JSON value', rest);
}

/** Reads opening brackets and the scalar behind them; gives the offset behind it, or of a bracket that closes. */
function toValue(text: string, from: number, steps: Step[], listener: Listener): number {
  let at = skipBlank(text, from);
  while (text[at] === '{' || text[at] === '[') {
    const inArray = text[at] === '[';
    listener.value?.(steps, at, at + 1);
    if (steps.length === DEEPEST) throw new JsonBreak(`values nest deeper than ${DEEPEST}`, at);
    steps.push({ inArray, index: 0, key: '' });
    listener.opened?.(steps);
    at = skipBlank(text, at + 1);
    if (text[at] === (inArray ? ']' : '}')) return at;
    if (!inArray) at = toValueOfKey(text, at, steps, listener);
  }
  const end = text[at] === '"' ? endOfString(text, at) : endOfWord(text, at);
  listener.value?.(steps, at, end);
  return end;
}

/** Closes what ends here and steps over a comma to the next value, if there is one. */
function toNext(text: string, from: number, steps: Step[], listener: Listener): number {
  let at = from;
  for (let step = steps.at(-1); step !== undefined; step = steps.at(-1)) {
    at = skipBlank(text, at);
    if (text[at] === ',') {
      step.index += 1;
      at = skipBlank(text, at + 1);
      return step.inArray ? at : toValueOfKey(text, at, steps, listener);
    }
    if (text[at] !== (step.inArray ? ']' : '}')) throw unexpected(text, at);
    steps.pop();
    at += 1;
  }
  return at;
}

function toValueOfKey(text: string, at: number, steps: Step[], listener: Listener): number {
  const step = steps.at(-1);
  if (text[at] !== '"' || step === undefined) throw unexpected(text, at);
  const end = endOfString(text, at);
  step.key = unquoted(text.slice(at, end), at);
  listener.key?.(steps, at);
  const colon = skipBlank(text, end);
  if (text[colon] !== ':') throw unexpected(text, colon);
  return skipBlank(text, colon + 1);
}

/** A string's text; most have no escapes. */
function unquoted(source: string, at: number): string {
  if (!source.includes('\\')) return source.slice(1, -1);
  try {
    return String(JSON.parse(source));
  } catch {
    throw new JsonBreak('a key is no valid string', at);
  }
}

function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
    at += 1;
  }
}

/** A quotation mark behind an odd number of backslashes is part of the string. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end + 1;
    end = text.indexOf('"', end + 1);
  }
  throw unexpected(text, text.length);
}

function endOfWord(text: string, at: number): number {
  WORD.lastIndex = at;
  if (!WORD.test(text)) throw unexpected(text, at);
  return WORD.lastIndex;
}

function unexpected(text: string, at: number): JsonBreak {
  const character = text[at];
  if (character === undefined) return new JsonBreak('the JSON text ends in the middle: it is cut off', at);
  return new JsonBreak(`the JSON text is broken at ${JSON.stringify(character)}`, at);
}
