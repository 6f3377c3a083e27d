import type { Readable, Writable } from 'node:stream';
import { type CANCEL_SYMBOL, confirm, intro, isCancel, log, multiselect, select, text } from '@clack/prompts';
import { Fault } from '../../../src/records/index.ts';
import { wrongWith } from './flags.ts';
import { listOf, listText, type Question, type Settled } from './question.ts';
import type { Interview } from './settle.ts';

/** Where a person sits. */
export interface Seat {
  input: Readable;
  output: Writable;
}

/** Asks on a terminal. Whoever leaves it ends the command with a Fault, and nothing is written. */
export function terminalInterview(seat: Seat): Interview {
  intro('A ledger for your releases. Nothing is written before the end; Ctrl+C leaves.', seat);
  return {
    async repositories() {
      const message = 'Which repositories? Paths of local clones, or addresses, with spaces between';
      return answered(
        await text({
          ...seat,
          message,
          placeholder: '../product',
          validate: (given) => (given?.trim() ? undefined : 'At least one.'),
        }),
      );
    },
    async confirm(message, proposed) {
      return answered(await confirm({ ...seat, message, initialValue: proposed }));
    },
    async review(title, because, proposals) {
      log.step(`${title}: ${because}.`, seat);
      log.message(proposals.map(proposalLine), seat);
      const options = [
        {
          value: 'take' as const,
          label: 'Take it as it is',
          hint: 'policy.md can be changed by hand at any time',
        },
        { value: 'ask' as const, label: 'Go through each' },
      ];
      return answered(await select({ ...seat, message: `What about ${title}?`, options }));
    },
    ask: (question) => asked(question, seat),
  };
}

/** "tags of core: v{version} (because …)". */
export function proposalLine({ subject, field, value, because }: Settled): string {
  return `${field} of ${subject}: ${value === '' ? '–' : value}, because ${because}`;
}

async function asked(question: Question, seat: Seat): Promise<string> {
  const { form, proposal } = question;
  const why = proposal === null ? question.because : `proposed because ${question.because}`;
  const message = `${question.says} of ${question.subject} (${why})`;
  if (form.kind === 'yes')
    return answered(await confirm({ ...seat, message, initialValue: proposal === 'yes' })) ? 'yes' : 'no';
  if (form.kind === 'choice') {
    const options = form.options.map((value) => ({ value }));
    return answered(
      await select({ ...seat, message, options, ...(proposal !== null && { initialValue: proposal }) }),
    );
  }
  if (form.kind === 'choices') {
    const options = form.options.map((value) => ({ value }));
    const initialValues = listOf(proposal ?? '');
    const chosen = answered(await multiselect({ ...seat, message, options, initialValues, required: false }));
    return listText(form.options.filter((option) => chosen.includes(option)));
  }
  const validate = (given: string | undefined) => wrongWith(given ?? '', question) ?? undefined;
  return answered(await text({ ...seat, message, initialValue: proposal ?? '', validate }));
}

function answered<Value>(answer: Value | typeof CANCEL_SYMBOL): Value {
  if (!isCancel(answer)) return answer;
  throw new Fault('left before the end: nothing was written');
}
