import { Command } from 'commander';
import { devSite } from './site/dev-site.ts';
import { type DevOptions, describedDev } from './site/options.ts';
import { runAlone } from './site/run-alone.ts';

const command = describedDev(new Command('dev')).option(
  '--content <folder>',
  'the folder with the records',
  process.env['LEDGER_CONTENT'] ?? 'content',
);

await runAlone(command, (options: DevOptions) => devSite(options));
