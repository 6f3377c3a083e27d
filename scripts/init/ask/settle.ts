import { Fault } from '../../../src/records/index.ts';
import { type Flags, flagFor } from './flags.ts';
import type { Question, Settle, Settled } from './question.ts';

/** What asks a person. */
export interface Interview {
  /** Which repositories to look at, as words with spaces between. */
  repositories(): Promise<string>;
  /** A yes or a no, which a flag answers as well. */
  confirm(message: string, proposed: boolean): Promise<boolean>;
  /** Shows what is proposed for a product, and asks whether to take all of it. */
  review(title: string, because: string, proposals: readonly Settled[]): Promise<'take' | 'ask'>;
  ask(question: Question): Promise<string>;
}

/** Settles questions and remembers how. */
export interface Settling {
  settle: Settle;
  settled: Settled[];
}

/** Settles by flags, then by what is proposed; what has neither is asked for, or a Fault where nobody can be asked. */
export function settleUnasked(
  flags: Flags,
  known: ReadonlySet<string>,
  interview: Interview | null,
): Settling {
  return settling(flags, known, async (question) => {
    if (question.proposal !== null) return { value: question.proposal, from: 'proposed' };
    if (interview !== null) return { value: await interview.ask(question), from: 'asked' };
    throw new Fault(`nothing tells ${question.field} of ${question.subject}: ${question.because}`, {
      hint: `Say it with --${question.field}.`,
    });
  });
}

/** Settles by flags, and asks a person for everything else; `before` holds what was answered already. */
export function settleAsking(
  flags: Flags,
  known: ReadonlySet<string>,
  interview: Interview,
  before: readonly Settled[],
): Settling {
  return settling(flags, known, async (question) => {
    const earlier = before.find(
      ({ subject, field, from }) =>
        from === 'asked' && subject === question.subject && field === question.field,
    );
    const proposal = earlier?.value ?? question.proposal;
    const value = await interview.ask({ ...question, proposal });
    return { value, from: value === question.proposal ? 'proposed' : 'asked' };
  });
}

function settling(
  flags: Flags,
  known: ReadonlySet<string>,
  otherwise: (question: Question) => Promise<Pick<Settled, 'value' | 'from'>>,
): Settling {
  const settled: Settled[] = [];
  return {
    settled,
    async settle(question) {
      const flag = flagFor(question, flags, known);
      const answer = flag === null ? await otherwise(question) : { value: flag, from: 'flag' as const };
      const because = answer.from === 'proposed' ? question.because : `--${question.field} says so`;
      const { subject, field } = question;
      settled.push({
        subject,
        field,
        ...answer,
        because: answer.from === 'asked' ? 'it was answered' : because,
      });
      return answer.value;
    },
  };
}
