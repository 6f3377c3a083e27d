import type { Command } from 'commander';
import { makeConsole } from '../verbs/console.ts';
import { collect, type Run } from './run.ts';

/** Adds the verbs for what comes after a seal: amendments, redactions, and packs for auditors. */
export function addPackCommands(program: Command, run: Run): void {
  addAmend(program, run);
  addRedact(program, run);
  addDisclose(program, run);
  addPack(program, run);
}

function addAmend(program: Command, run: Run): void {
  program
    .command('amend')
    .description('write down what became known after a seal, beside what is sealed')
    .requiredOption('--product <id>', 'the product')
    .requiredOption('--release <version>', 'the sealed release, by version or tag')
    .requiredOption('--because <text>', 'what became known, and how')
    .option('--adds <path>', 'a file that was filed since the seal (repeatable)', collect, [])
    .option(
      '--corrects <path[#field]=value>',
      'what a sealed record should have said (repeatable)',
      collect,
      [],
    )
    .option('--by <person>', 'who says so, by the roster; else git’s user')
    .addHelpText(
      'after',
      `
Paths are from the content folder or from the release’s dossier on. A sealed file that changed is an alarm, which no
amendment explains. The same amendment twice is one.

Example:
  ledger amend --product director --release 1.26.2 --because "Dana meant the build before." --corrects votes/qa-dana-ito.md#decision=no-go`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/amend.ts')).amend({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}

function addRedact(program: Command, run: Run): void {
  program
    .command('redact')
    .description('take personal data out of a sealed file, so that everything else still verifies')
    .requiredOption('--product <id>', 'the product')
    .requiredOption('--release <version>', 'the sealed release, by version or tag')
    .requiredOption('--file <path>', 'the file, from the content folder or from the release’s dossier on')
    .option('--field <field>', 'the field of its front matter that holds the value, as author')
    .option('--text <text>', 'or the text itself, wherever it stands in the file')
    .requiredOption('--because <text>', 'why it has to go; not the value itself')
    .requiredOption('--secret <file>', 'where the value and its salt go: a new file outside of the ledger')
    .option('--by <person>', 'who takes it out, by the roster; else git’s user')
    .addHelpText(
      'after',
      `
A salted commitment stands in the value’s place, and a sealed record says who took it out, when and why. The seal itself
shows that nothing but the lines that held the value changed. It does not make the value unguessable: whoever guesses it
can confirm the guess by the sealed digest. Names of files stay, and so does what git’s history and copies hold.

Example:
  ledger redact --product director --release 1.26.2 --file changes/director-361.md --field author \\
    --because "Asked for by the person, ticket 118" --secret ~/redactions/118.json`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/redact.ts')).redact({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}

function addDisclose(program: Command, run: Run): void {
  program
    .command('disclose')
    .description('show by the secrets of a file’s redactions that nothing else of it was changed')
    .argument('<secrets...>', 'what ledger redact wrote, for every redaction of the file')
    .addHelpText('after', '\nExits with 1 where it cannot be shown. The values are not printed.')
    .action(async (secrets: string[]) =>
      run(async (common) =>
        (await import('../verbs/redact.ts')).disclose({ secrets, ...common }, makeConsole(common.json)),
      ),
    );
}

function addPack(program: Command, run: Run): void {
  program
    .command('pack')
    .description('put everything that an auditor needs of releases into one file, to be checked offline')
    .option('--product <id>', 'the product')
    .option('--release <version>', 'the release, by version or tag (repeatable)', collect, [])
    .option('--sample <file>', 'the releases of a sample, as ledger sample --json prints it')
    .requiredOption('--out <file>', 'the ZIP file, which is not there yet')
    .option('--key <file>', 'the private key, for proofs; LEDGER_PRIVATE_KEY if not given')
    .option(
      '--at <time>',
      'the moment to judge at, RFC 3339 in UTC; of each release its last seal if not given',
    )
    .addHelpText(
      'after',
      `
Records, raw evidence, seals, proofs, verdicts, a page to print for each release, and a script that checks all of it with
coreutils and openssl. The same ledger gives the same bytes.

Examples:
  ledger pack --product director --release 1.26.2 --key ledger.key --out director-1.26.2.zip
  ledger sample … --json > sample.json && ledger pack --sample sample.json --out sample.zip`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/pack.ts')).pack({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}
