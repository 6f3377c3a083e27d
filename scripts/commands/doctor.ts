import type { Command } from 'commander';
import { makeConsole } from '../verbs/console.ts';
import type { Run } from './run.ts';

/** Adds the verb that says what is amiss. */
export function addDoctorCommand(program: Command, run: Run): void {
  program
    .command('doctor')
    .description(
      'what is amiss with the machine, repositories, token, policies and records, and what mends it',
    )
    .option('--product <id>', 'only this product')
    .option('--offline', 'ask nobody on the network')
    .option('--strict', 'exit with 1 at gaps and hints as well')
    .addHelpText(
      'after',
      `
Writes nothing, and fetches nothing. GitHub is asked what the token may read of each repository where GITHUB_TOKEN is set.
✗ is broken: a command or a build stops at it. ! is a gap: something cannot be proven, or is shown nowhere. · is a hint.
Exits with 1 where something is broken. What was sealed is looked at by: ledger verify

With --json: { products, records, counts: { broken, gap, hint }, findings: [{ id, severity, product, says,
place: { file, line, field } or null, mend: { kind: "ledger", "shell" or "edit", text } }] }; ids stay the same.

Examples:
  ledger doctor
  ledger doctor --product openebs --offline --strict`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/doctor.ts')).doctor({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}
