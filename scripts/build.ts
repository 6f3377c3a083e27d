import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { Fault } from '../src/records/fault.ts';
import { givenSite } from './announce/given-site.ts';
import { buildEdition } from './site/build-edition.ts';
import { checkNotes } from './site/check-notes.ts';

const EDITIONS = ['public', 'internal'] as const;

/** Set for the process of an edition: the notes are proofread once for both. */
const CHECKED = 'LEDGER_NOTES_CHECKED';

interface Options {
  edition?: (typeof EDITIONS)[number];
  content: string;
  out?: string;
  site?: string;
}

/** What is read away from the site is no use without its address. */
const UNPLACED =
  'Without the address of the site (--site, or address in site.md) there is no sitemap and no picture beside links, addresses in feeds and JSON are paths, and announcements do not lead to it.\n';

const command = new Command('build')
  .description('Builds the public and the internal edition of the ledger as static sites.')
  .addOption(new Option('--edition <edition>', 'build only this one').choices(EDITIONS))
  .option('--content <folder>', 'the folder with the records', process.env.LEDGER_CONTENT ?? 'content')
  .option('--out <folder>', 'where to write; without --edition, a folder for both (default: "dist")')
  .option('--site <address>', 'where the public edition is served; LEDGER_SITE or site.md if not given')
  .allowExcessArguments(false)
  .exitOverride();

/** Builds what the arguments ask for; returns the exit code. */
async function main(): Promise<number> {
  const { edition, content, out, ...given } = command.parse().opts<Options>();
  const site = givenSite({ content, ...given });
  if (process.env[CHECKED] === undefined) checkNotes(content, (line) => process.stderr.write(`${line}\n`));
  if (edition === undefined) return buildBoth(content, out ?? 'dist', site);
  const folder = out ?? path.join('dist', edition);
  await buildEdition({ edition, content, out: folder, site });
  process.stderr.write(`The ${edition} edition is in ${path.relative('.', folder) || '.'}\n`);
  if (edition === 'public' && site === null) process.stderr.write(UNPLACED);
  return 0;
}

/** Each edition has a process of its own: nothing that one has loaded can reach the other. */
function buildBoth(content: string, out: string, site: string | null): number {
  const siteOption = site === null ? [] : ['--site', site];
  for (const edition of EDITIONS) {
    const place = path.join(out, edition);
    const options = ['--edition', edition, '--content', content, '--out', place, ...siteOption];
    const { status } = spawnSync(process.execPath, [import.meta.filename, ...options], {
      stdio: 'inherit',
      env: { ...process.env, [CHECKED]: '1' },
    });
    if (status !== 0) return status ?? 2;
  }
  return 0;
}

/** Exit codes: 0 done, 2 wrong usage or input. */
try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(
      `${error instanceof Fault ? error.describe() : String((error as Error).stack ?? error)}\n`,
    );
    process.exitCode = 2;
  }
}
