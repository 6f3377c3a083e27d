import type { CallFacts } from './call-facts.ts';

/** How people answer, in words that are read as votes. */
export function answerLines({ targets, roles }: CallFacts): string[] {
  const module = targets.find(({ lead }) => !lead)?.module;
  const examples = [
    ...(roles.length > 1 ? [`"GO as ${roles.at(-1)} because …"`] : []),
    ...(module === undefined ? [] : [`"GO for ${module} because …"`]),
  ];
  return [
    'Reply in this thread: "GO because …" or "NO-GO because …".',
    ...(examples.length > 0
      ? [`Whoever speaks for several roles or modules says for which: ${examples.join(', ')}.`]
      : []),
    'A GO with a condition is none. A vote counts for what stands above: when that changes, it is asked for again.',
  ];
}
