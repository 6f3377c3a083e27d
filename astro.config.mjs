import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { siteAddress } from './src/content/site.ts';
import { watchRecords } from './src/content/watch-records.ts';
import { internalRoutes } from './src/internal/internal-routes.ts';

const edition = process.env.LEDGER_EDITION === 'internal' ? 'internal' : 'public';

export default defineConfig({
  site: siteAddress() ?? undefined,
  output: 'static',
  trailingSlash: 'always',
  outDir: process.env.LEDGER_OUT ?? `dist/${edition}`,
  cacheDir: process.env.LEDGER_CACHE ?? `.cache/astro-${edition}`,
  build: { format: 'directory', inlineStylesheets: 'never' },
  prefetch: false,
  devToolbar: { enabled: false },
  markdown: { processor: unified() },
  vite: { build: { assetsInlineLimit: 0 } },
  integrations: [watchRecords(), ...(edition === 'internal' ? [internalRoutes()] : [])],
});
