// What the guide repeats of the code: the lists of commands and records, the README's table of verbs, and with --pictures
// the pictures of the sample's pages. With --check nothing is written.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { writtenReference } from './guide/written-reference.ts';
import { reportError } from './report.ts';

interface Options {
  check?: boolean;
  pictures?: boolean;
}

const command = new Command('guide')
  .description('Writes what the guide and the README repeat of verbs and schemas.')
  .option('--check', 'write nothing: exit with 1 where something is not as it should be')
  .option('--pictures', 'take the pictures of the sample’s pages as well')
  .allowExcessArguments(false);

async function main(): Promise<number> {
  const { check, pictures } = command.parse().opts<Options>();
  const changed = writtenReference().filter(({ file, text }) => readFileSync(file, 'utf8') !== text);
  for (const { file, text } of changed) {
    if (!check) writeFileSync(file, text);
    process.stderr.write(`${check ? 'is not as it should be' : 'Wrote'} ${path.relative('.', file)}\n`);
  }
  if (pictures && !check) {
    const { takePictures } = await import('./guide/pictures/take-pictures.ts');
    for (const { name } of await takePictures('content')) process.stderr.write(`Took ${name}.png\n`);
  }
  return check && changed.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  reportError(error, process.stderr);
  process.exitCode = 2;
}
