import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { watchRecords } from './src/content/watch-records.ts';
import { internalRoutes } from './src/internal/internal-routes.ts';

const edition = process.env.LEDGER_EDITION === 'internal' ? 'internal' : 'public';
const outDir = process.env.LEDGER_OUT ?? `dist/${edition}`;

export default defineConfig({
  output: 'static',
  // The development server would look for "feed.xml/".
  trailingSlash: process.env.NODE_ENV === 'development' ? 'ignore' : 'always',
  outDir,
  cacheDir: process.env.LEDGER_CACHE ?? `.cache/astro-${edition}`,
  build: { format: 'directory', inlineStylesheets: 'never' },
  prefetch: false,
  devToolbar: { enabled: false },
  markdown: { processor: unified() },
  // Customers fetch one sheet of style for all pages. The audit's pages are of many kinds, and keep their own.
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: edition === 'internal' } },
  integrations: [watchRecords(), ...(edition === 'internal' ? [internalRoutes()] : [])],
});
