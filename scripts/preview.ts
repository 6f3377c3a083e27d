import { Command } from 'commander';
import { describedPreview, type PreviewOptions } from './site/options.ts';
import { previewSite } from './site/preview-site.ts';
import { runAlone } from './site/run-alone.ts';

await runAlone(describedPreview(new Command('preview')), (options: PreviewOptions) => previewSite(options));
