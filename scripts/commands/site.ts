import type { Command } from 'commander';
import { describedBuild, describedDev, describedPreview } from '../site/options.ts';
import type { Run } from './run.ts';

/** Adds the verbs that make, show and serve both editions: what `npm run build`, `dev` and `preview` do. */
export function addSiteCommands(program: Command, run: Run): void {
  describedBuild(program.command('build'))
    .addHelpText(
      'after',
      `
With --json: { edition, units, made, removed, files }, a line for each edition.

Examples:
  ledger build --out dist
  ledger build --edition public --site https://releases.example.org --out dist/public`,
    )
    .action(async (options) =>
      run(async (common) => (await import('../site/build-site.ts')).buildSite({ ...options, ...common })),
    );
  describedDev(program.command('dev')).action(async (options) =>
    run(async (common) => (await import('../site/dev-site.ts')).devSite({ ...options, ...common })),
  );
  describedPreview(program.command('preview'))
    .addHelpText('after', '\nExample:\n  ledger preview --out dist')
    .action(async (options) =>
      run(async () => (await import('../site/preview-site.ts')).previewSite(options)),
    );
}
