import { Command } from 'commander';
import { buildSite } from './site/build-site.ts';
import { type BuildOptions, describedBuild } from './site/options.ts';
import { runAlone } from './site/run-alone.ts';

const command = describedBuild(new Command('build'))
  .option('--content <folder>', 'the folder with the records', process.env.LEDGER_CONTENT ?? 'content')
  .option('--json', 'print what was made as JSON');

await runAlone(command, (options: BuildOptions) => buildSite(options));
