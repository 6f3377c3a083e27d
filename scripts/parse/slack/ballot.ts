import type { Decision } from '../../../src/records/index.ts';
import { isConditional, readSentence, type Sentence } from './sentence.ts';
import { sentencesOf, type Token, tokensOf } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a message says of a vote. */
export type Ballot =
  | {
      is: 'vote';
      decision: Decision;
      /** Roles that it is cast in, by its own words; none where it does not say. */
      roles: string[];
      modules: string[];
      /** All that stands in the sentences that vote. */
      about: Token[];
    }
  | { is: 'unclear'; because: string }
  | { is: 'nothing' };

type VoteSentence = Sentence & { is: 'vote' };

/** Reads what a message casts. It is a vote only where it says one thing, clearly and without a condition. */
export function readBallot(spoken: string, vocabulary: Vocabulary): Ballot {
  const sentences = sentencesOf(spoken).map((sentence) => tokensOf(sentence, vocabulary));
  const read = sentences.map(readSentence);
  const votes = read.filter((sentence): sentence is VoteSentence => sentence.is === 'vote');
  const [first] = votes;
  if (read.some(({ is }) => is === 'call'))
    return first === undefined ? { is: 'nothing' } : { is: 'unclear', because: 'it calls for votes' };
  if (first === undefined) return read.find((sentence) => sentence.is === 'unclear') ?? { is: 'nothing' };
  if (votes.some(({ decision }) => decision !== first.decision))
    return { is: 'unclear', because: 'it says more than one thing' };
  const next = sentences[read.indexOf(first) + 1] ?? [];
  if (first.condition || (first.decision === 'go' && isConditional(next)))
    return { is: 'unclear', because: 'its GO has a condition' };
  const about = votes.flatMap((vote) => vote.about);
  return {
    is: 'vote',
    decision: first.decision,
    roles: idsOf(about, 'role'),
    modules: idsOf(about, 'module'),
    about,
  };
}

function idsOf(tokens: readonly Token[], kind: 'role' | 'module'): string[] {
  return [...new Set(tokens.flatMap((token) => (token.kind === kind ? token.id : [])))];
}
