/** What expressions of a workflow can name, as "inputs" or "github". */
export type Contexts = Readonly<Record<string, unknown>>;

/** Puts the values of its `${{ … }}` into a text. */
export function filledIn(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_whole, expression: string) => evaluated(expression, contexts));
}

/** The value of an expression, as text. */
export function evaluated(expression: string, contexts: Contexts): string {
  const words = [...expression.matchAll(/'[^']*'|&&|\|\||==|!=|[\w.-]+/g)].map(([word]) => word);
  if (words.join('') !== expression.replace(/\s+/g, '')) throw new Error(`cannot read: ${expression}`);
  return either(words, contexts);
}

/** The value of the condition of a step or a job: without one it is met. */
export function isMet(condition: string | undefined, contexts: Contexts): boolean {
  return condition === undefined || isTruthy(evaluated(condition, contexts));
}

function either(words: readonly string[], contexts: Contexts): string {
  const values = split(words, '||').map((part) => both(part, contexts));
  return values.find(isTruthy) ?? values.at(-1) ?? '';
}

function both(words: readonly string[], contexts: Contexts): string {
  const values = split(words, '&&').map((part) => compared(part, contexts));
  return values.find((value) => !isTruthy(value)) ?? values.at(-1) ?? '';
}

function compared([left = '', sign, right = '']: readonly string[], contexts: Contexts): string {
  if (sign === undefined) return textOf(left, contexts);
  const isSame = textOf(left, contexts) === textOf(right, contexts);
  return String(sign === '==' ? isSame : !isSame);
}

function textOf(word: string, contexts: Contexts): string {
  if (word.startsWith("'")) return word.slice(1, -1);
  let value: unknown = contexts;
  for (const name of word.split('.')) value = (value as Record<string, unknown> | undefined)?.[name];
  if (value !== undefined && typeof value !== 'string') throw new Error(`${word} is no text`);
  return value ?? '';
}

function isTruthy(value: string): boolean {
  return value !== '' && value !== 'false';
}

function split(words: readonly string[], sign: string): string[][] {
  const parts: string[][] = [[]];
  for (const word of words)
    if (word === sign) parts.push([]);
    else parts.at(-1)?.push(word);
  return parts;
}
