import { shortPath } from '../tool/short-path.ts';
import type { Console } from '../verbs/console.ts';
import type { Settled } from './ask/question.ts';
import type { NextStep } from './next-steps.ts';
import type { PlannedProduct } from './plan.ts';

/** Says what was settled and why, one line for each thing. */
export function saySettled(title: string, because: string, settled: readonly Settled[], out: Console): void {
  out.say(`\n${title}: ${because}.`);
  for (const { subject, field, value, because: why } of settled) {
    const whose = subject === title ? '' : ` (${subject})`;
    out.say(
      `  ${`${field}${whose}`.padEnd(22)} ${value === '' ? '–' : value}\n${' '.repeat(25)}because ${why}`,
    );
  }
}

/** What a person has to know that no field says. */
export function notes(products: readonly PlannedProduct[]): string[] {
  return products.flatMap(({ id, roles, parts }) => {
    const vacant = roles.filter(({ people }) => people.length === 0).map((role) => role.id);
    return [
      ...(vacant.length === 0
        ? []
        : [
            `${id}: nobody holds ${vacant.join(', ')}. Approvals stay unproven until the roster of policy.md names people.`,
          ]),
      ...(parts.length === 0
        ? []
        : [
            `${id}: ${parts.join(', ')} ${parts.length === 1 ? 'comes' : 'come'} from elsewhere, and what moves is told by the chart.`,
          ]),
    ];
  });
}

/** Says what to type next. */
export function sayNext(steps: readonly NextStep[], content: string, out: Console): void {
  out.say(`\nYour ledger is in ${shortPath(content)}. Next:`);
  for (const { command, why } of steps) out.say(`  ${command}\n      ${why}`);
}
