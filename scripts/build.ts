import { enableCompileCache } from 'node:module';
import { Command } from 'commander';
import { type BuildOptions, describedBuild } from './site/options.ts';
import { runAlone } from './site/run-alone.ts';
import { compiledCode } from './store/cache-folder.ts';

// A quarter of a build that makes nothing anew would be the reading of its own code.
enableCompileCache(compiledCode() ?? undefined);

const command = describedBuild(new Command('build'))
  .option('--content <folder>', 'the folder with the records', process.env.LEDGER_CONTENT ?? 'content')
  .option('--json', 'print what was made as JSON');

await runAlone(command, async (options: BuildOptions) =>
  (await import('./site/build-site.ts')).buildSite(options),
);
