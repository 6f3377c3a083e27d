import { Fault, type Policy, type Product } from '../../../src/records/index.ts';

const LONGEST = 200;

/**
 * Checks a sentence that customers will read: one line, without addresses, people, accounts and private repositories.
 * Throws a Fault that names the word that may not go out.
 */
export function publicSentence(
  option: string,
  text: string,
  policy: Policy,
  product: Product | null,
): string {
  const sentence = text.trim();
  if (sentence === '' || sentence.length > LONGEST || /[\n\r]/.test(sentence))
    throw new Fault(`${option}: expected one sentence of at most ${LONGEST} characters`, {
      hint: 'Say what was wrong for whoever uses the product.',
    });
  const word = internalWord(sentence, policy, product);
  if (word === null) return sentence;
  throw new Fault(`${option} holds "${word}", which is internal: customers would read it`, {
    hint: 'Say it without addresses, people, accounts and repositories.',
  });
}

function internalWord(sentence: string, policy: Policy, product: Product | null): string | null {
  const address = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|(?<![\w])@[\w-]+/i.exec(sentence);
  if (address !== null) return address[0];
  const shown = new Set(product?.modules.map(({ id }) => id));
  const secret = policy.modules.flatMap(({ id, github }) => (shown.has(id) ? [] : [id, github ?? id]));
  const people = policy.roster.flatMap(({ person, accounts }) => [person, ...accounts.map(({ id }) => id)]);
  return [...people, ...secret].find((word) => holds(sentence, word)) ?? null;
}

function holds(sentence: string, word: string): boolean {
  const pattern = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`(?<![\\w-])${pattern}(?![\\w-])`, 'iu').test(sentence);
}
