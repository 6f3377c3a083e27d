import type { FactPart, FactView } from '../fact-view.ts';
import { codePart, factsOf, markPart, textPart } from '../fact-view.ts';
import { VERIFICATION } from '../seal-texts.ts';
import type { Chain, ChainFinding } from './chain.ts';

/** Findings on a page that has the chain to show as well. */
const ROOM = 50;

/** What was found in the chain, in short and one by one. */
export interface ChainStateView {
  facts: FactView[];
  findings: ChainFinding[];
  further: number;
}

/** The state of the chain, question by question. */
export function chainStateView(chain: Chain): ChainStateView {
  const { seals, order, list, files, counts, root, releases } = chain;
  const words = VERIFICATION;
  const findings = [...order, ...list, ...files].map(({ text, file }) => ({ text, file }));
  return {
    facts: factsOf(
      [words.questions.order, answer(order, words.orderFine(seals.length), words.orderWrong)],
      [words.questions.list, answer(list, words.listFine, words.listWrong)],
      [
        words.questions.files,
        answer(files, words.filesFine(counts.files, counts.redacted), words.filesWrong),
      ],
      [words.questions.releases, textPart(words.releases(releases.sealed, releases.all))],
      [words.size, textPart(seals.length.toLocaleString('en-GB'))],
      [words.root, [codePart(root), textPart(words.rootWords)]],
    ),
    findings: findings.slice(0, ROOM),
    further: Math.max(0, findings.length - ROOM),
  };
}

function answer(findings: readonly object[], fine: string, wrong: (count: number) => string): FactPart {
  return findings.length === 0
    ? markPart('good', '✓', fine)
    : markPart('danger', '✗', wrong(findings.length));
}
