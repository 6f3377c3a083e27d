import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { siteAddress } from './src/content/site.ts';
import { isKept } from './src/content/sitemap.ts';
import { watchRecords } from './src/content/watch-records.ts';
import { internalRoutes } from './src/internal/internal-routes.ts';

const edition = process.env.LEDGER_EDITION === 'internal' ? 'internal' : 'public';
const outDir = process.env.LEDGER_OUT ?? `dist/${edition}`;
const address = siteAddress();
const isMapped = edition === 'public' && address !== null;

export default defineConfig({
  site: address ?? undefined,
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
  integrations: [
    watchRecords(),
    ...(edition === 'internal' ? [internalRoutes()] : []),
    ...(isMapped ? [sitemap({ filter: (page) => isKept(outDir, page) })] : []),
  ],
});
